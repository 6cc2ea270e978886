import { flattenDocument, HISTORY_BUDGET, tilesOfDocument } from '@koma/core/document';
import type { BenchDocument } from './bench-document.ts';
import { PAINTED, strokeStart } from './brush.ts';
import { eventsOf, shading } from './strokes.ts';

export interface HistoryResult {
  readonly budget: number;
  /** The most bytes that the history alone held in memory after a stroke. */
  readonly peak: number;
  readonly spilled: number;
  /** Strokes that could be taken back. */
  readonly undone: number;
  /** Pixels of the flattened document that differ from before the first stroke. */
  readonly different: number;
  /** Bytes taken by the store without the history's tiles, over those of the document's tiles. */
  readonly reserve: number;
}

/** Draws many strokes, then takes all of them back. */
export function history({ engine, layerIds }: BenchDocument, count: number): HistoryResult {
  const { editing, store } = engine;
  const { width, height } = engine.document!;
  const flatten = () => new Uint32Array(flattenDocument(store, engine.document!).data.buffer);
  const before = flatten();
  let peak = 0;
  for (const stroke of shading(count, width, height, 7)) {
    const [first, ...rest] = stroke;
    engine.beginStroke(strokeStart(layerIds[PAINTED]!), first!, 1);
    for (const samples of eventsOf(rest)) engine.continueStroke(samples);
    engine.endStroke();
    peak = Math.max(peak, editing.historyBytes);
  }
  const reserve = (store.reservedBytes - editing.historyBytes) / documentBytes(engine);
  const spilled = store.spilledBytes;
  let undone = 0;
  while (undone < count && editing.done > 0 && editing.steps[editing.done - 1]!.label === 'history.paint') {
    engine.undo();
    undone++;
  }
  const after = flatten();
  let different = 0;
  for (let i = 0; i < before.length; i++) if (before[i] !== after[i]) different++;
  return { budget: HISTORY_BUDGET, peak, spilled, undone, different, reserve };
}

/** Bytes of all different tiles of the document. */
export function documentBytes({ document }: BenchDocument['engine']): number {
  let bytes = 0;
  for (const tile of new Set(tilesOfDocument(document!))) bytes += tile.bytes;
  return bytes;
}
