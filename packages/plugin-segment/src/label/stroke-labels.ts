import { strokeNames, type Stroke } from '@koma/core/plugin';

/** The label of background. All others are numbers of names, counted from 1. */
export const BACKGROUND = 0;
/** What strokes that give no label have: erasers, and borders drawn by hand. */
export const NO_LABEL = -1;

/** What the labels of strokes are. */
export interface StrokeLabels {
  /** What labels 1, 2, ... stand for; the first is `fg`. */
  readonly names: readonly string[];
  /** Label of each stroke by its number, counted from 1. */
  readonly labels: Int16Array;
}

/** Numbers the labels of strokes. */
export function labelStrokes(strokes: readonly Stroke[]): StrokeLabels {
  const names = strokeNames(strokes);
  const numbers = new Map(names.map((name, i) => [name, i + 1]));
  numbers.set('bg', BACKGROUND);
  const labels = new Int16Array(strokes.length + 1).fill(NO_LABEL);
  strokes.forEach(({ label }, i) => (labels[i + 1] = numbers.get(label) ?? NO_LABEL));
  return { names, labels };
}
