import { abortError, KomaError } from '@koma/core/errors';
import type { RasterImage } from '@koma/core/raster';
import * as Comlink from 'comlink';
import type { FrameFormat } from './frame-writer.ts';
import type { FramesWorkerApi } from './frames.worker.ts';

/**
 * Encodes pictures of one size as a file, in a worker of its own.
 * @param frames made while it is encoded; each is given away
 * @param delay milliseconds a frame
 * @throws KomaError `IMAGE_ENCODE_FAILED`; AbortError; what `frames` throws
 */
export async function encodeFrames(
  frames: AsyncIterable<RasterImage>,
  format: FrameFormat,
  delay: number,
  signal: AbortSignal,
): Promise<Blob> {
  const worker = new Worker(new URL('./frames.worker.ts', import.meta.url), {
    type: 'module',
    name: 'koma-frames',
  });
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(abortError()));
    worker.addEventListener('error', (event) => reject(failed(format, event.message)));
  });
  try {
    return await Promise.race([encodeIn(worker, frames, format, delay), stopped]);
  } finally {
    worker.terminate();
  }
}

async function encodeIn(
  worker: Worker,
  frames: AsyncIterable<RasterImage>,
  format: FrameFormat,
  delay: number,
): Promise<Blob> {
  const api = Comlink.wrap<FramesWorkerApi>(worker);
  await api.start(format, delay);
  for await (const image of frames) await api.add(Comlink.transfer(image, [image.data.buffer]));
  try {
    return await api.finish();
  } catch (error) {
    throw failed(format, String(error), error);
  }
}

function failed(format: FrameFormat, reason: string, cause?: unknown): KomaError {
  const name = format.toUpperCase();
  const message = `A ${name} file of this size cannot be made (${reason}). Choose fewer or smaller frames.`;
  return new KomaError('IMAGE_ENCODE_FAILED', message, { format: name }, { cause });
}
