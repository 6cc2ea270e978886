import { isMarkedInput, type MarkedInput, type Recipe, type RecipeInput } from '@koma/core/document';
import { KomaError } from '@koma/core/errors';
import { walkNodes, type PortableDocument, type PortableLayer, type PortableNode } from '@koma/core/layered';
import type { ImageInput, InputValue, MaskOutput, OperationInputs } from '@koma/core/plugin';
import { createImage, resizeImage, type RasterImage } from '@koma/core/raster';
import { combineMasks, placeMask, reframeMask } from '@koma/core/tools';

/** Runs one recipe over its inputs. */
export interface RunRecipe {
  picture(recipe: Recipe, inputs: OperationInputs): Promise<RasterImage>;
  mask(recipe: Recipe, inputs: OperationInputs): Promise<MaskOutput>;
}

/**
 * Makes every layer and mask that has a recipe again, in the order of the document from the bottom to the top, so
 * that a recipe over a layer below sees what was just made there. A result takes the place of the layer's
 * picture: it fills the frame of a scaled layer; otherwise it has the same top left corner, or, if it is
 * of another size than before and of the canvas's, that of the canvas. A mask that was made lies on the canvas. All else stays.
 *
 * @returns a new document without the composite, which would be that of before
 * @throws KomaError `RECIPE_INPUT_MISSING`, and what `run` throws
 */
export async function rerunRecipes(document: PortableDocument, run: RunRecipe): Promise<PortableDocument> {
  const current = new Map<string, PortableNode>();
  for (const node of walkNodes(document.nodes)) current.set(node.id, node);

  const rerunNode = async (node: PortableNode): Promise<PortableNode> => {
    const made = await rerunPicture(node);
    current.set(node.id, made);
    const recipe = made.mask?.recipe;
    if (!recipe) return made;
    // A mask does not change the pictures that it was made from, those of its own layer included.
    const own = await run.mask(recipe, inputsOf(made, recipe));
    const image = joinAgain(own, recipe, document);
    return { ...made, mask: { ...made.mask!, image, x: 0, y: 0 } };
  };
  const rerunPicture = async (node: PortableNode): Promise<PortableNode> => {
    if (node.kind === 'group') return { ...node, children: await rerunNodes(node.children) };
    if (!node.recipe) return node;
    return withPicture(node, await run.picture(node.recipe, inputsOf(node, node.recipe, node.id)), document);
  };
  const rerunNodes = async (nodes: readonly PortableNode[]): Promise<PortableNode[]> => {
    const result: PortableNode[] = [];
    for (const node of nodes) result.push(await rerunNode(node));
    return result;
  };
  const inputsOf = (node: PortableNode, recipe: Recipe, made?: string): OperationInputs => {
    const inputs: Record<string, InputValue> = {};
    // What a person marked, they marked on the canvas; elsewhere a layer is its picture alone.
    // Strokes follow a document to another size; a kept picture waits to be asked for.
    const hasStrokes = Object.values(recipe.inputs).some((input) => 'strokes' in input);
    const isMarked = Object.values(recipe.inputs).some(isMarkedInput);
    for (const [name, source] of Object.entries(recipe.inputs)) {
      const input = isMarkedInput(source) ? source : pictureOf(source, made, isMarked, hasStrokes);
      if (!input) throw inputMissing(node, name);
      inputs[name] = input;
    }
    return inputs;
  };
  /** A layer that is its own source would be changed more and more, so what it was made from is missing. */
  const pictureOf = (
    source: Exclude<RecipeInput, MarkedInput>,
    made: string | undefined,
    onCanvas: boolean,
    hasStrokes: boolean,
  ): ImageInput | undefined => {
    if ('kept' in source) {
      const kept = document.kept?.get(source.kept);
      return kept && hasStrokes
        ? { ...kept, image: resizeImage(kept.image, document.width, document.height) }
        : kept;
    }
    const id = source.layerId;
    const node = id === made ? undefined : current.get(id);
    if (node?.kind !== 'layer') return undefined;
    if (onCanvas && node.image) {
      const image = placedOnCanvas(node, node.image, document);
      return { image, ...(node.origin && image === node.image ? { origin: node.origin } : {}) };
    }
    const image = node.original?.image ?? node.image;
    return image && { image, ...(node.origin ? { origin: node.origin } : {}) };
  };

  return { ...document, nodes: await rerunNodes(document.nodes), composite: undefined };
}

/** A mask joined to what its recipe says; itself where it was joined to nothing. */
function joinAgain(mask: MaskOutput, { joined }: Recipe, document: PortableDocument): MaskOutput {
  const kept = joined && document.kept?.get(joined.kept)?.image;
  if (!joined || !kept) return mask;
  const { width, height } = mask;
  const { data } = resizeImage(kept, width, height);
  const before = new Uint8Array(width * height);
  for (let i = 0; i < before.length; i++) before[i] = data[i * 4]!;
  const whole = { x: 0, y: 0, width, height };
  const both = combineMasks({ ...whole, data: before }, placeMask(mask), joined.mode);
  return { width, height, data: new Uint8Array(reframeMask(both, whole).data) };
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

/** A layer's picture with all of the canvas around it, and nothing beyond. */
function placedOnCanvas(
  { x, y }: PortableLayer,
  image: RasterImage,
  canvas: { width: number; height: number },
): RasterImage {
  if (x === 0 && y === 0 && isOfSize(image, canvas)) return image;
  const placed = createImage(canvas.width, canvas.height);
  const left = Math.max(0, x);
  const right = Math.min(canvas.width, x + image.width);
  for (let row = Math.max(0, y); row < Math.min(canvas.height, y + image.height); row++) {
    if (left >= right) break;
    const from = ((row - y) * image.width + left - x) * 4;
    placed.data.set(image.data.subarray(from, from + (right - left) * 4), (row * canvas.width + left) * 4);
  }
  return placed;
}

function isOfSize(image: RasterImage, other: { width: number; height: number } | undefined): boolean {
  return image.width === other?.width && image.height === other.height;
}

function inputMissing({ name }: PortableNode, input: string): KomaError {
  const message = `What the layer "${name}" was made from is no longer in the project, so it cannot be made again.`;
  return new KomaError('RECIPE_INPUT_MISSING', message, { name, input });
}
