/** Measures in a worker, where the editor's own engine runs. */
import { openSpill } from '../../../../apps/editor/src/lib/raster/opfs-spill.ts';
import { bigPage } from './big-page.ts';
import { makeBenchDocument, type BenchDocument } from './bench-document.ts';
import { brush } from './brush.ts';
import { flatten } from './flatten.ts';
import { history } from './history.ts';
import { memory } from './memory.ts';
import { panZoom } from './pan-zoom.ts';
import type { WorkerSubjects } from './subjects.ts';
import { undo } from './undo.ts';

let made: BenchDocument | undefined;
const document = async (): Promise<BenchDocument> => (made ??= makeBenchDocument(await openSpill()));

type Answers = {
  readonly [Name in keyof WorkerSubjects]: (
    ...parameters: Parameters<WorkerSubjects[Name]>
  ) => Promise<ReturnType<WorkerSubjects[Name]>>;
};

const subjects: Answers = {
  memory: async () => memory(await document()),
  panZoom: async (rounds) => panZoom(await document(), rounds),
  brush: async (rounds) => brush(await document(), rounds),
  undo: async (rounds) => undo(await document(), rounds),
  flatten: async (repeats) => flatten(await document(), repeats),
  history: async (strokes) => history(await document(), strokes),
  bigPage: async () => bigPage(await openSpill()),
};

addEventListener('message', ({ data: { name, parameters } }: MessageEvent) => {
  const subject = subjects[name as keyof WorkerSubjects] as (...parameters: unknown[]) => Promise<unknown>;
  subject(...parameters).then(
    (result) => postMessage({ result }, {}),
    (error: unknown) =>
      postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, {}),
  );
});
