import * as Comlink from 'comlink';
import { installPortTransfer } from '#lib/io/port-transfer.ts';
import { installErrorTransfer } from './error-transfer.ts';
import type { RasterApi, RasterListener } from './protocol.ts';

installErrorTransfer();
installPortTransfer();

/** The raster worker as the page calls it: every call is answered later. */
export type RasterClient = Comlink.Remote<RasterApi>;

/**
 * Starts the worker that owns the document.
 * @param canvas drawn to by the worker from now on
 * @param onCrash called if the worker dies; the document is lost then
 */
export async function startRaster(
  canvas: HTMLCanvasElement,
  listener: RasterListener,
  onCrash: (reason: string) => void,
): Promise<RasterClient> {
  const worker = new Worker(new URL('./raster.worker.ts', import.meta.url), {
    type: 'module',
    name: 'koma-raster',
  });
  worker.addEventListener('error', (event) => onCrash(event.message));
  const client = Comlink.wrap<RasterApi>(worker);
  const offscreen = canvas.transferControlToOffscreen();
  await client.start(Comlink.transfer(offscreen, [offscreen]), Comlink.proxy(listener), {
    isolated: crossOriginIsolated,
  });
  return client;
}
