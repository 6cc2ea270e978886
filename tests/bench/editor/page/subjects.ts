import type { BigPageResult } from './big-page.ts';
import type { BrushResult } from './brush.ts';
import type { FlattenResult } from './flatten.ts';
import type { HistoryResult } from './history.ts';
import type { LiveResult } from './live.ts';
import type { MemoryResult } from './memory.ts';
import type { PanZoomResult } from './pan-zoom.ts';
import type { UndoResult } from './undo.ts';

/** What is measured in a worker, where the engine lives. Results are plain data. */
export interface WorkerSubjects {
  memory(): MemoryResult;
  panZoom(rounds: number): PanZoomResult;
  brush(rounds: number): BrushResult;
  undo(rounds: number): UndoResult;
  flatten(repeats: number): FlattenResult;
  history(strokes: number): HistoryResult;
  bigPage(): BigPageResult;
}

/** All that the benchmark asks its page for. */
export interface Subjects extends WorkerSubjects {
  /** On the page itself. */
  live(rounds: number): LiveResult;
}
