import type { GeneratorRecipe } from '@koma/core/document';
import type { PortableDocument, PortableGroup, PortableNode } from '@koma/core/layered';
import type { Rect } from '@koma/core/raster';
import type { Size } from './sheet-layout.ts';

/** Layers and the place where they shall be. */
export interface PlacedDocument {
  readonly document: PortableDocument;
  /** In the middle of this, whole pixels. */
  readonly frame: Rect;
  /** How a generator made it, for the group or the layer to remember, with its place. */
  readonly recipe?: Omit<GeneratorRecipe, 'place'> | undefined;
}

/**
 * Several documents as one, each in its place: as a group of its name, or as its only layer. What was generated in
 * layers is a group even where it is alone, and its layers remember which part they are.
 * @returns shares its pictures with what was given
 */
export function composeDocument(
  name: string,
  canvas: Size,
  dpi: number,
  placed: readonly PlacedDocument[],
): PortableDocument {
  const nodes = placed.flatMap(({ document, frame, recipe }, index) => {
    const { x, y } = centred(document, frame);
    const parts = recipe && isInLayers(recipe.as) ? withParts(document.nodes) : document.nodes;
    const moved = parts.map((node) => moveNode(node, x, y, `${index}.`));
    if (recipe) {
      const place = { x, y, width: document.width, height: document.height };
      const generated: GeneratorRecipe = { ...recipe, place };
      const [only] = moved;
      return only && !isInLayers(recipe.as)
        ? [{ ...only, generated }]
        : [{ ...groupOf(document.name, moved, `${index}`), generated }];
    }
    return moved.length > 1 && placed.length > 1 ? [groupOf(document.name, moved, `${index}`)] : moved;
  });
  const { width, height } = canvas;
  return { name, width, height, dpi, nodes };
}

/** Whether a form of a generated picture is a group of layers rather than one layer. */
export function isInLayers(form: GeneratorRecipe['as']): boolean {
  return form === 'kinds' || form === 'parts';
}

/** Nodes as a generator gave them, each marked as the part that its id says. */
export function withParts(nodes: readonly PortableNode[]): PortableNode[] {
  return nodes.map((node) => {
    const part = { id: node.id };
    // Whatever a plugin says of where they come from, it is not its to say.
    const { generated: _generated, ...rest } = node;
    if (rest.kind === 'group') return { ...rest, part, children: withParts(rest.children) };
    const { recipe: _recipe, ...layer } = rest;
    return { ...layer, part };
  });
}

/** Where something of a size lies in the middle of a frame. */
export function centred({ width, height }: Size, frame: Rect): { readonly x: number; readonly y: number } {
  return {
    x: frame.x + Math.floor((frame.width - width) / 2),
    y: frame.y + Math.floor((frame.height - height) / 2),
  };
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

/** Layers as a folded group, isolated from what lies below. */
export function groupOf(name: string, children: readonly PortableNode[], id: string): PortableGroup {
  return { ...PLAIN, kind: 'group', id, name, blendMode: 'normal', expanded: false, children };
}

/** @param prefix keeps the ids of several documents apart */
export function moveNode(node: PortableNode, dx: number, dy: number, prefix: string): PortableNode {
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
