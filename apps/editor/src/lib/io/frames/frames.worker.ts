/** The worker in which animations are encoded: one a file. */
import type { RasterImage } from '@koma/core/raster';
import * as Comlink from 'comlink';
import { FRAME_MIME, type FrameFormat, type FrameWriter } from './frame-writer.ts';
import { makeWriter } from './make-writer.ts';

let writer: FrameWriter | undefined;
let mime = '';

const api = {
  /** @param delay milliseconds a frame */
  start(format: FrameFormat, delay: number): void {
    writer = makeWriter(format, delay);
    mime = FRAME_MIME[format];
  },
  /** @param image given away */
  async add(image: RasterImage): Promise<void> {
    await writer!.add(image);
  },
  async finish(): Promise<Blob> {
    return new Blob([await writer!.finish()], { type: mime });
  },
};

export type FramesWorkerApi = typeof api;
Comlink.expose(api);
