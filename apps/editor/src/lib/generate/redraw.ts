import type { GeneratorRecipe } from '@koma/core/document';
import type { PortableDocument } from '@koma/core/layered';
import type { GeneratorOptions, Locale } from '@koma/core/plugin';
import type { Rect } from '@koma/core/raster';
import type { OfferedGenerator } from '#lib/studio/generators.ts';
import { centred, isInLayers, moveNode, withParts } from './compose-document.ts';
import { generatedForm } from './generated-form.ts';
import type { GeneratorClient } from './generator-client.ts';
import { makerOf } from './maker-of.ts';
import type { Size } from './sheet-layout.ts';

/** A generated picture drawn anew for its place on the canvas. */
export interface Redrawn {
  /** Its layers, in pixels of the document that it goes into. */
  readonly document: PortableDocument;
  readonly recipe: GeneratorRecipe;
}

/**
 * Draws what a recipe describes with other options, in its form and its place: of the same longer side, about the same
 * middle. Beyond the size that the generator draws at most, a picture is as large as that.
 * @throws KomaError; AbortError
 */
export async function redraw(
  offered: OfferedGenerator,
  client: GeneratorClient,
  before: GeneratorRecipe,
  options: GeneratorOptions,
  locale: Locale,
  signal: AbortSignal,
): Promise<Redrawn> {
  const { as, place } = before;
  const drawn = await generatedForm(client, as, options, '', sizeFor(offered, place), locale, signal);
  signal.throwIfAborted();
  const { width, height } = drawn;
  const { x, y } = centred(drawn, place);
  const parts = isInLayers(as) ? withParts(drawn.nodes) : drawn.nodes;
  return {
    document: { ...drawn, nodes: parts.map((node) => moveNode(node, x, y, '')) },
    recipe: { ...makerOf(offered), options, as, place: { x, y, width, height } },
  };
}

/** Pixels of the longer side at which a picture for a place is drawn. */
export function sizeFor({ spec }: OfferedGenerator, { width, height }: Rect): number {
  return Math.max(spec.size.min, Math.min(spec.size.max, Math.max(width, height)));
}

/**
 * The rectangle about the middle of a place that a picture of another shape fills, with the same longer side; the place
 * itself for one that is the same but for whole pixels.
 */
export function placeOfShape(place: Rect, shape: Size): Rect {
  const across = (shape.width * place.height) / place.width - shape.height;
  const along = (shape.height * place.width) / place.height - shape.width;
  if (Math.abs(across) <= 1 || Math.abs(along) <= 1) return place;
  const scale = Math.max(place.width, place.height) / Math.max(shape.width, shape.height);
  const width = Math.max(1, Math.round(shape.width * scale));
  const height = Math.max(1, Math.round(shape.height * scale));
  return { ...centred({ width, height }, place), width, height };
}
