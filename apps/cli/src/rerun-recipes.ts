import type { Recipe } from '@koma/core/document';
import { KomaError } from '@koma/core/errors';
import { walkNodes, type PortableDocument, type PortableLayer, type PortableNode } from '@koma/core/layered';
import type { ImageInput, OperationInputs } from '@koma/core/plugin';
import { resizeImage, type RasterImage } from '@koma/core/raster';

/** Runs one recipe over its inputs and returns the picture that it makes. */
export type RunRecipe = (recipe: Recipe, inputs: OperationInputs) => Promise<RasterImage>;

/**
 * Makes every layer that has a recipe again, in the order of the document from the bottom to the top, so
 * that a recipe over a layer below sees what was just made there. A result takes the place of the layer's
 * picture: it fills the frame of a scaled layer; otherwise it has the same top left corner, or, if it is
 * of another size than before and of the canvas's, that of the canvas. Masks and all else stay.
 *
 * @returns a new document without the composite, which would be that of before
 * @throws KomaError `RECIPE_INPUT_MISSING`, and what `run` throws
 */
export async function rerunRecipes(document: PortableDocument, run: RunRecipe): Promise<PortableDocument> {
  const current = new Map<string, PortableNode>();
  for (const node of walkNodes(document.nodes)) current.set(node.id, node);

  const rerunNode = async (node: PortableNode): Promise<PortableNode> => {
    if (node.kind === 'group') return { ...node, children: await rerunNodes(node.children) };
    if (!node.recipe) return node;
    const made = withPicture(node, await run(node.recipe, inputsOf(node, node.recipe)), document);
    current.set(node.id, made);
    return made;
  };
  const rerunNodes = async (nodes: readonly PortableNode[]): Promise<PortableNode[]> => {
    const result: PortableNode[] = [];
    for (const node of nodes) result.push(await rerunNode(node));
    return result;
  };
  const inputsOf = (layer: PortableLayer, recipe: Recipe): OperationInputs => {
    const inputs: Record<string, ImageInput> = {};
    for (const [name, source] of Object.entries(recipe.inputs)) {
      const input = 'kept' in source ? document.kept?.get(source.kept) : pictureOf(source.layerId, layer);
      if (!input) throw inputMissing(layer, name);
      inputs[name] = input;
    }
    return inputs;
  };
  /** A layer that is its own source would be changed more and more, so what it was made from is missing. */
  const pictureOf = (id: string, asking: PortableLayer): ImageInput | undefined => {
    const node = id === asking.id ? undefined : current.get(id);
    if (node?.kind !== 'layer') return undefined;
    const image = node.original?.image ?? node.image;
    return image && { image, ...(node.origin ? { origin: node.origin } : {}) };
  };

  return { ...document, nodes: await rerunNodes(document.nodes), composite: undefined };
}

function withPicture(
  layer: PortableLayer,
  image: RasterImage,
  canvas: { width: number; height: number },
): PortableLayer {
  if (layer.original) {
    const { frame } = layer.original;
    const scaled = resizeImage(image, frame.width, frame.height);
    return { ...layer, image: scaled, x: frame.x, y: frame.y, original: { image, frame } };
  }
  const covers = !isOfSize(image, layer.image) && isOfSize(image, canvas);
  return covers ? { ...layer, image, x: 0, y: 0 } : { ...layer, image };
}

function isOfSize(image: RasterImage, other: { width: number; height: number } | undefined): boolean {
  return image.width === other?.width && image.height === other.height;
}

function inputMissing({ name }: PortableLayer, input: string): KomaError {
  const message = `What the layer "${name}" was made from is no longer in the project, so it cannot be made again.`;
  return new KomaError('RECIPE_INPUT_MISSING', message, { name, input });
}
