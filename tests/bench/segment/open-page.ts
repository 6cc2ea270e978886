import { createModelStore } from '@koma/core/inference';
import {
  OperationRunner,
  parseManifest,
  type MaskOutput,
  type SessionUpdate,
  type Stroke,
} from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import type { PageImage } from '@koma/lineart';
import plugin from '@koma/plugin-segment';
import manifest from '@koma/plugin-segment/manifest' with { type: 'json' };

const RANKS = ['quick', 'full', 'refined'] as const satisfies readonly SessionUpdate['sharpness'][];
/** Nothing takes this long, however busy the machine, ms. */
const PATIENCE = 120_000;

/** A page in the plugin, as the editor has it open. */
export interface OpenPage {
  /** The labels that the plugin has told of so far: 1 = figure, one byte a pixel. */
  readonly labels: Uint8Array;
  /** Sends strokes; resolves with the first answer, whatever it was made of. */
  update(strokes: readonly Stroke[]): Promise<SessionUpdate>;
  /** Resolves once the answer to the last strokes was made of no less than this. */
  until(sharpness: SessionUpdate['sharpness']): Promise<void>;
  /** The operation's mask for these strokes, 0-255. */
  commit(strokes: readonly Stroke[]): Promise<Uint8Array>;
  close(): void;
}

/** Opens a page in the plugin. Resolves when it says that it can answer strokes. */
export async function openPage(
  image: PageImage,
  params: { readonly toneRemoval?: boolean } = {},
): Promise<OpenPage> {
  const labels = new Uint8Array(image.width * image.height);
  let rank = -1;
  let waiting: (() => void)[] = [];
  const take = (update: SessionUpdate): SessionUpdate => {
    rank = RANKS.indexOf(update.sharpness);
    const { patch } = update;
    if (patch)
      for (let y = 0; y < patch.height; y++)
        labels.set(
          patch.labels.subarray(y * patch.width, (y + 1) * patch.width),
          (patch.y + y) * image.width + patch.x,
        );
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
    return update;
  };
  const runner = new OperationRunner(
    {
      plugin,
      manifest: parseManifest(manifest),
      models: createModelStore([], async () => new Uint8Array()),
      loaders: {},
      order: [],
    },
    { preference: 'auto' },
  );
  const { signal } = new AbortController();
  const listener = { progress() {}, backend() {}, update: take };
  const session = await runner.openSession(
    'segment',
    { image: { image: image as RasterImage } },
    params,
    listener,
    signal,
  );
  return {
    labels,
    update: async (strokes) => {
      rank = -1;
      return take(await session.update({ strokes }, params, signal));
    },
    until: async (sharpness) => {
      const deadline = performance.now() + PATIENCE;
      while (rank < RANKS.indexOf(sharpness)) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve, reject) => {
          waiting.push(resolve);
          const late = new Error(`The labels did not become ${sharpness}.`);
          timer = setTimeout(() => reject(late), deadline - performance.now());
        });
        clearTimeout(timer);
      }
    },
    commit: async (strokes) => {
      const { mask } = await session.commit({ strokes }, params, signal, ['mask']);
      return (mask as MaskOutput).data;
    },
    close: () => session.close(),
  };
}
