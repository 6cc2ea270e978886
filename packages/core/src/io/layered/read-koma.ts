import type { ImageInput } from '../../plugin/index.ts';
import type { KomaArchive } from './open-koma.ts';
import { openKoma, type OpenKomaOptions } from './open-koma.ts';
import type { KomaNode } from './koma-manifest.ts';
import type { PortableDocument, PortableMask, PortableNode } from './portable-document.ts';

/**
 * Reads a whole Koma project into memory, one picture after the other. For large ones, `openKoma` lets a
 * caller take the pictures one at a time.
 *
 * @throws KomaError as `openKoma` does, and what `decodePng` throws as such
 */
export async function readKoma(bytes: Uint8Array, options: OpenKomaOptions = {}): Promise<PortableDocument> {
  const archive = openKoma(bytes, options);
  const { name, width, height, dpi, nodes, kept } = archive.manifest;
  const pictures = new Map<string, ImageInput>();
  const document = { name, width, height, dpi, nodes: await readNodes(archive, nodes), kept: pictures };
  for (const { key, picture, origin } of kept)
    pictures.set(key, { image: await archive.readImage(picture), ...(origin ? { origin } : {}) });
  return document;
}

async function readNodes(archive: KomaArchive, nodes: readonly KomaNode[]): Promise<PortableNode[]> {
  const result: PortableNode[] = [];
  for (const node of nodes) result.push(await readNode(archive, node));
  return result;
}

async function readNode(archive: KomaArchive, node: KomaNode): Promise<PortableNode> {
  const mask = node.mask && (await readMask(archive, node.mask));
  if (node.kind === 'group') return { ...node, mask, children: await readNodes(archive, node.children) };
  const { picture, original, ...layer } = node;
  return {
    ...layer,
    mask,
    image: picture && (await archive.readImage(picture)),
    original: original && { image: await archive.readImage(original.picture), frame: original.frame },
  };
}

async function readMask(
  archive: KomaArchive,
  { picture, ...mask }: NonNullable<KomaNode['mask']>,
): Promise<PortableMask> {
  return { ...mask, image: picture && (await archive.readMask(picture)) };
}
