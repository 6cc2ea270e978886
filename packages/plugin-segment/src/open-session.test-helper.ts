import { readFileSync } from 'node:fs';
import { createModelStore } from '@koma/core/inference';
import { OperationRunner, parseManifest, type SessionUpdate } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import plugin from './index.ts';

const manifest = parseManifest(
  JSON.parse(readFileSync(new URL('../koma-plugin.json', import.meta.url), 'utf8')),
);

/** Never aborted. Tests only. */
export const endless = new AbortController().signal;

/** What runs the plugin's operation. Tests only. */
export function segmentRunner(): OperationRunner {
  const models = createModelStore([], async () => new Uint8Array());
  return new OperationRunner({ plugin, manifest, models, loaders: {}, order: [] }, { preference: 'auto' });
}

/**
 * A session of the plugin as a host sees it. Tests only.
 * @returns labels as the patches make them, and what was pushed
 */
export async function openSession(
  image: RasterImage,
  params: Record<string, number | string | boolean> = {},
) {
  const labels = new Uint8Array(image.width * image.height);
  const pushed: SessionUpdate[] = [];
  const apply = ({ patch }: SessionUpdate): void => {
    if (!patch) return;
    for (let y = 0; y < patch.height; y++)
      labels.set(
        patch.labels.subarray(y * patch.width, (y + 1) * patch.width),
        (patch.y + y) * image.width + patch.x,
      );
  };
  const listener = {
    progress: () => {},
    backend: () => {},
    update: (update: SessionUpdate) => {
      pushed.push(update);
      apply(update);
    },
  };
  const session = await segmentRunner().openSession(
    'segment',
    { image: { image } },
    params,
    listener,
    endless,
  );
  return {
    session,
    labels,
    pushed,
    at: (x: number, y: number) => labels[y * image.width + x],
    /** Answers strokes, and takes the answer over. */
    async draw(
      strokes: Parameters<typeof session.update>[0]['strokes'],
      given = params,
    ): Promise<SessionUpdate> {
      const update = await session.update({ strokes }, given, endless);
      apply(update);
      return update;
    },
    /** Resolves when nothing gets better any more. */
    async rest(): Promise<SessionUpdate> {
      // What is refined is pushed once nothing has been drawn for a while; no sooner than this can it be the last.
      for (let asked = pushed.length; ;) {
        const last = pushed.at(-1);
        if (pushed.length > asked && last?.sharpness === 'refined') return last;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}
