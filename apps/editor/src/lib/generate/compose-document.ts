import type { PortableDocument, PortableGroup, PortableNode } from '@koma/core/layered';
import type { Rect } from '@koma/core/raster';
import type { Size } from './sheet-layout.ts';

/** Layers and the place where they shall be. */
export interface PlacedDocument {
  readonly document: PortableDocument;
  /** In the middle of this, whole pixels. */
  readonly frame: Rect;
}

/**
 * Several documents as one, each in its place: as a group of its name, or as its only layer.
 * @returns shares its pictures with what was given
 */
export function composeDocument(
  name: string,
  canvas: Size,
  dpi: number,
  placed: readonly PlacedDocument[],
): PortableDocument {
  const nodes = placed.flatMap(({ document, frame }, index) => {
    const dx = frame.x + Math.floor((frame.width - document.width) / 2);
    const dy = frame.y + Math.floor((frame.height - document.height) / 2);
    const moved = document.nodes.map((node) => moveNode(node, dx, dy, `${index}.`));
    return moved.length > 1 && placed.length > 1 ? [groupOf(document.name, moved, `${index}`)] : moved;
  });
  const { width, height } = canvas;
  return { name, width, height, dpi, nodes };
}

/** The same document with one group of its name around everything; as it is where there is one layer or group only. */
export function inOneGroup(document: PortableDocument, expanded: boolean): PortableDocument {
  if (document.nodes.length === 1) return document;
  return { ...document, nodes: [{ ...groupOf(document.name, document.nodes, 'all'), expanded }] };
}

/** A picture as a document of one layer. */
export function singleLayer(
  name: string,
  image: { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray<ArrayBuffer> },
  properties: Partial<Extract<PortableNode, { kind: 'layer' }>> = {},
): PortableDocument {
  const { width, height } = image;
  const layer: PortableNode = {
    ...PLAIN,
    kind: 'layer',
    id: 'picture',
    name,
    blendMode: 'normal',
    role: 'none',
    colourMode: 'colour',
    image,
    x: 0,
    y: 0,
    ...properties,
  };
  return { name, width, height, dpi: 350, nodes: [layer] };
}

const PLAIN = {
  visible: true,
  opacity: 1,
  clip: false,
  locked: false,
  alphaLocked: false,
  colourTag: 'none',
} as const;

function groupOf(name: string, children: readonly PortableNode[], id: string): PortableGroup {
  return { ...PLAIN, kind: 'group', id, name, blendMode: 'normal', expanded: false, children };
}

/** @param prefix keeps the ids of several documents apart */
function moveNode(node: PortableNode, dx: number, dy: number, prefix: string): PortableNode {
  const mask = node.mask && { ...node.mask, x: node.mask.x + dx, y: node.mask.y + dy };
  const common = { id: prefix + node.id, ...(mask ? { mask } : {}) };
  if (node.kind === 'group')
    return { ...node, ...common, children: node.children.map((child) => moveNode(child, dx, dy, prefix)) };
  const original = node.original && {
    ...node.original,
    frame: { ...node.original.frame, x: node.original.frame.x + dx, y: node.original.frame.y + dy },
  };
  return { ...node, ...common, x: node.x + dx, y: node.y + dy, ...(original ? { original } : {}) };
}
