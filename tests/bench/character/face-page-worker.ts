/**
 * A thread with a page full of faces that are looked for on request, as the editor's worker does it. It is told
 * `search` or `cancel` and answers with {@link FacePageMessage}s.
 */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { isAbortError } from '@koma/core/errors';
import { createModelStore } from '@koma/core/inference';
import { OperationRunner, parseManifest, type FaceBox } from '@koma/core/plugin';
import plugin from '@koma/plugin-generate';
import { drawFacePage, type Pasted } from './face-page.ts';

/** What the thread tells. */
export type FacePageMessage =
  | { readonly kind: 'drawn'; readonly busts: readonly Pasted[] }
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'partial'; readonly count: number }
  | { readonly kind: 'found'; readonly faces: readonly FaceBox[] }
  | { readonly kind: 'cancelled' };

const { width, height } = workerData as { width: number; height: number };
const say = (message: FacePageMessage): void => parentPort!.postMessage(message, []);

const manifestUrl = new URL(import.meta.resolve('@koma/plugin-generate/manifest'));
const manifest = parseManifest(JSON.parse(readFileSync(manifestUrl, 'utf8')));
const models = createModelStore([], async () => new Uint8Array());
const runner = new OperationRunner(
  { plugin, manifest, models, loaders: {}, order: [] },
  { preference: 'auto' },
);
const listener = {
  progress: (fraction: number): void => say({ kind: 'progress', fraction }),
  partial: (faces: unknown): void => say({ kind: 'partial', count: (faces as readonly FaceBox[]).length }),
  preview() {},
  backend() {},
};

const { image, busts } = drawFacePage(width, height);
let work = new AbortController();
parentPort!.on('message', (order: 'search' | 'cancel') => {
  if (order === 'cancel') work.abort();
  else void search();
});
say({ kind: 'drawn', busts });

async function search(): Promise<void> {
  work = new AbortController();
  try {
    const faces = await runner.generate('character', 'findFaces', { image }, listener, work.signal);
    say({ kind: 'found', faces });
  } catch (error) {
    if (!isAbortError(error)) throw error;
    say({ kind: 'cancelled' });
  }
}
