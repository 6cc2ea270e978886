import type { BenchDocument } from './bench-document.ts';
import { benchStroke, PAINTED, strokeStart } from './brush.ts';
import { eventsOf } from './strokes.ts';
import { Stage } from './stage.ts';

/** Milliseconds, the least of all rounds. */
export interface UndoResult {
  /** From the command to the whole page on the canvas. */
  readonly undo: number;
  readonly redo: number;
  /** The same page composited anew. */
  readonly everything: number;
  /** A layer in the middle is hidden. */
  readonly toggle: number;
}

/** Takes the measured stroke back and does it again, with the whole page on the screen. */
export function undo(bench: BenchDocument, rounds: number): UndoResult {
  const { engine, layerIds } = bench;
  const stage = new Stage(bench);
  stage.complete();
  const [first, ...rest] = benchStroke(engine.document!);
  engine.beginStroke(strokeStart(layerIds[PAINTED]!), first!, stage.zoom);
  for (const samples of eventsOf(rest)) engine.continueStroke(samples);
  engine.endStroke();
  stage.complete();
  const least = { undo: Infinity, redo: Infinity, everything: Infinity, toggle: Infinity };
  const take = (what: keyof typeof least, work: () => void): void => {
    const started = performance.now();
    work();
    stage.draw();
    stage.finish();
    least[what] = Math.min(least[what], performance.now() - started);
    stage.complete();
  };
  for (let round = 0; round < rounds; round++) {
    take('undo', () => engine.undo());
    take('redo', () => engine.redo());
    take('everything', () => bench.target.events!.changed('all'));
    take('toggle', () => engine.edit({ type: 'show-layers', shown: [], hidden: [layerIds[5]!] }));
    engine.undo();
    stage.complete();
  }
  engine.undo();
  stage.dispose();
  return least;
}
