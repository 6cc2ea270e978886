import type { Stroke, StrokesInput } from '../../plugin/index.ts';
import type { SelectionMade } from '../cut-recipe.ts';
import type { Recipe } from '../recipe.ts';

/** Pixels beyond which no point of a stroke lies, and the thinnest stroke; as strokes in files are checked. */
const [FAR, THIN] = [1e6, 1e-3];

/**
 * Strokes over a picture of another size. A brush has one size in all directions: that of a square of the area
 * that its own becomes. Places keep a tenth of a pixel.
 * @param sx, sy factors, > 0
 */
export function scaleStrokes({ strokes }: StrokesInput, sx: number, sy: number): StrokesInput {
  const place = (value: number): number => Math.max(-FAR, Math.min(FAR, Math.round(value * 10) / 10));
  const wide = Math.sqrt(sx * sy);
  return {
    strokes: strokes.map((stroke): Stroke => ({
      ...stroke,
      radius: Math.max(THIN, Math.min(FAR, stroke.radius * wide)),
      points: stroke.points.map(([x, y]) => [place(x * sx), place(y * sy)] as const),
    })),
  };
}

/** A recipe whose strokes follow the document to another size; itself where it has none. */
export function scaleRecipe(recipe: Recipe, sx: number, sy: number): Recipe {
  const inputs = Object.entries(recipe.inputs);
  if (!inputs.some(([, input]) => 'strokes' in input)) return recipe;
  const scaled = inputs.map(([name, input]) => [
    name,
    'strokes' in input ? scaleStrokes(input, sx, sy) : input,
  ]);
  return { ...recipe, inputs: Object.fromEntries(scaled) as Recipe['inputs'] };
}

/** How a selection was made, following the document to another size. */
export function scaleMade({ recipe, source }: SelectionMade, sx: number, sy: number): SelectionMade {
  return { recipe: { ...recipe, strokes: scaleStrokes(recipe.strokes, sx, sy) }, source };
}
