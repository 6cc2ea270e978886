import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { RasterImage } from '../../raster/index.ts';
import { encodeCompactPng, encodeMaskPng } from './encode-compact-png.ts';
import {
  KOMA_FORMAT_VERSION,
  KOMA_MIMETYPE,
  komaManifestV1,
  MANIFEST_ENTRY,
  MIMETYPE_ENTRY,
  type KomaManifest,
  type KomaNode,
  type KomaPicture,
} from './koma-manifest.ts';
import type { PortableDocument, PortableMask, PortableNode } from './portable-document.ts';
import { writeZip, type ZipFile } from '../zip/index.ts';

/**
 * Writes a Koma project: a ZIP archive of `mimetype`, `manifest.json` and one PNG for each picture and
 * mask, with nothing lost: pixels exactly, colour under transparent ones included, recipes, originals and
 * kept pictures. The composite is left out, since it follows from the rest. The same document gives the
 * same bytes.
 *
 * @throws ZodError for a document that could not be read again, such as one with two layers of one id
 */
export function writeKoma(document: PortableDocument): Uint8Array<ArrayBuffer> {
  const pictures: ZipFile[] = [];
  const add = (folder: string, size: { width: number; height: number }, bytes: Uint8Array): KomaPicture => {
    const file = `${folder}/${pictures.length + 1}.png`;
    pictures.push({ name: file, bytes });
    const { width, height } = size;
    return { file, width, height, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)) };
  };
  const addImage = (folder: string, image: RasterImage) => add(folder, image, encodeCompactPng(image));

  const komaMask = ({ image, x, y, enabled, outside, recipe }: PortableMask): KomaNode['mask'] => ({
    ...(image ? { picture: add('masks', image, encodeMaskPng(image)) } : {}),
    x,
    y,
    enabled,
    outside,
    ...(recipe ? { recipe } : {}),
  });
  const komaNode = (node: PortableNode): KomaNode => {
    const { mask: ownMask, ...rest } = node;
    const mask = ownMask ? { mask: komaMask(ownMask) } : {};
    if (rest.kind === 'group') return { ...rest, ...mask, children: rest.children.map(komaNode) };
    const { image, original, ...layer } = rest;
    return {
      ...layer,
      ...mask,
      ...(image ? { picture: addImage('layers', image) } : {}),
      ...(original
        ? { original: { picture: addImage('originals', original.image), frame: original.frame } }
        : {}),
    };
  };

  const { name, width, height, dpi } = document;
  const manifest: KomaManifest = {
    formatVersion: KOMA_FORMAT_VERSION,
    name,
    width,
    height,
    dpi,
    nodes: document.nodes.map(komaNode),
    kept: Array.from(document.kept ?? [], ([key, { image, origin }]) => ({
      key,
      picture: addImage('kept', image),
      ...(origin ? { origin } : {}),
    })),
  };
  // A mistake of ours must fail while the document is still there, not when it is opened again.
  komaManifestV1.parse(manifest);
  const encoder = new TextEncoder();
  return writeZip([
    { name: MIMETYPE_ENTRY, bytes: encoder.encode(KOMA_MIMETYPE) },
    { name: MANIFEST_ENTRY, bytes: encoder.encode(JSON.stringify(manifest)), deflate: true },
    ...pictures,
  ]);
}
