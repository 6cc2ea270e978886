import type { Stroke } from '@koma/core/plugin';

type Strokes = readonly Stroke[];

/** Strokes as they are now, and what undo and redo lead to. Plain data. */
export interface StrokeHistory {
  readonly past: readonly Strokes[];
  readonly present: Strokes;
  readonly future: readonly Strokes[];
}

/** A history that begins with strokes. */
export function startHistory(strokes: Strokes = []): StrokeHistory {
  return { past: [], present: strokes, future: [] };
}

/** Strokes that came with one gesture. */
export function addStrokes(history: StrokeHistory, ...strokes: Strokes): StrokeHistory {
  return changeStrokes(history, [...history.present, ...strokes]);
}

/** Other strokes in the place of all, as one step. The same strokes again are no step. */
export function changeStrokes({ past, present }: StrokeHistory, strokes: Strokes): StrokeHistory {
  const isSame = strokes.length === present.length && strokes.every((stroke, i) => stroke === present[i]);
  return { past: isSame ? past : [...past, present], present: strokes, future: [] };
}

/** A label under another name, in all states: a name is no stroke. */
export function renameLabel(history: StrokeHistory, from: string, to: string): StrokeHistory {
  const renamed = new Map<Stroke, Stroke>();
  const rename = (stroke: Stroke): Stroke => {
    if (stroke.label !== from) return stroke;
    const known = renamed.get(stroke) ?? { ...stroke, label: to };
    renamed.set(stroke, known);
    return known;
  };
  return {
    past: history.past.map((strokes) => strokes.map(rename)),
    present: history.present.map(rename),
    future: history.future.map((strokes) => strokes.map(rename)),
  };
}

/** The history one step back; itself where there is none. */
export function undoStroke(history: StrokeHistory): StrokeHistory {
  const { past, present, future } = history;
  const before = past.at(-1);
  return before ? { past: past.slice(0, -1), present: before, future: [present, ...future] } : history;
}

/** The history one step on; itself where there is none. */
export function redoStroke(history: StrokeHistory): StrokeHistory {
  const { past, present, future } = history;
  const [next, ...rest] = future;
  return next ? { past: [...past, present], present: next, future: rest } : history;
}
