import { deserializeError, KomaError } from '@koma/core/errors';
import { FORMAT_NAMES, type ImageFormat } from '@koma/core/io';
import * as Comlink from 'comlink';
import { LAYERED_NAMES, type LayeredFormat } from './encode-layered.ts';
import type { IoWorkerApi, LayeredBlob, OpenedFile } from './io.worker.ts';
import { installPortTransfer } from './port-transfer.ts';

installPortTransfer();

/** Gives pixels to a port, which another worker listens to. */
export type SendPixels = (to: MessagePort) => Promise<void>;

/**
 * Reads and writes picture files in a worker of its own. One worker a job: decoders leave memory behind. The
 * pixels go to or come from yet another worker: 48 MB that only pass through the page would stop it for as
 * long as their memory takes to be collected.
 */
export const imageFiles = {
  /**
   * @param take given what the page may know, and the port that gives what was in the file: a `RasterImage` or a
   *   `PortableDocument`, sent already. The port is to be passed on. The worker lives until this resolves.
   * @throws KomaError that names the file and says what to do; what `take` throws
   */
  open<T>(
    file: Blob,
    name: string,
    take: (opened: OpenedFile, pixels: MessagePort) => Promise<T>,
  ): Promise<T> {
    const crash = (reason: string) => new KomaError('IMAGE_DECODE_FAILED', reason, { name });
    return inWorker(crash, async (api, here, there) => {
      const reply = await api.open(file, name, there);
      if (!reply.ok) throw deserializeError(reply.error);
      return take(reply.value, here);
    });
  },

  /**
   * @param send gives a `RasterImage`
   * @param onProgress told how much is done, 0-1, for formats of which it is known
   * @throws KomaError `IMAGE_ENCODE_FAILED`; what `send` throws
   */
  encode(
    send: SendPixels,
    format: ImageFormat,
    quality: number,
    onProgress: (fraction: number) => void = () => {},
  ): Promise<Blob> {
    const crash = (reason: string) =>
      new KomaError('IMAGE_ENCODE_FAILED', reason, { format: FORMAT_NAMES[format] });
    return inWorker(crash, async (api, here, there) => {
      const encoded = api.encode(there, format, quality, Comlink.proxy(onProgress));
      const [reply] = await Promise.all([encoded, send(here)]);
      if (!reply.ok) throw deserializeError(reply.error);
      return reply.value;
    });
  },

  /**
   * Encodes with layers.
   * @param send gives a `PortableDocument`
   * @throws KomaError `IMAGE_ENCODE_FAILED`; what `send` throws
   */
  encodeLayered(send: SendPixels, format: LayeredFormat): Promise<LayeredBlob> {
    const crash = (reason: string) =>
      new KomaError('IMAGE_ENCODE_FAILED', reason, { format: LAYERED_NAMES[format] });
    return inWorker(crash, async (api, here, there) => {
      const [reply] = await Promise.all([api.encodeLayered(there, format), send(here)]);
      if (!reply.ok) throw deserializeError(reply.error);
      return reply.value;
    });
  },
};

/**
 * @param crash what to say when the worker itself dies, from memory running out for instance
 * @param work given both ends of a channel: one to pass on to a third party, one for the worker
 */
async function inWorker<T>(
  crash: (reason: string) => KomaError,
  work: (api: Comlink.Remote<IoWorkerApi>, here: MessagePort, there: MessagePort) => Promise<T>,
): Promise<T> {
  const worker = new Worker(new URL('./io.worker.ts', import.meta.url), { type: 'module', name: 'koma-io' });
  const crashed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      // Without a message the worker's script could not even be fetched.
      const missing = 'A part of Koma could not be loaded. Check the connection and try again.';
      reject(event.message ? crash(event.message) : new KomaError('PROGRAM_INCOMPLETE', missing));
    });
  });
  const { port1, port2 } = new MessageChannel();
  try {
    const api = Comlink.wrap<IoWorkerApi>(worker);
    return await Promise.race([work(api, port1, port2), crashed]);
  } finally {
    // Where it was not passed on. The other end ends with the worker.
    port1.close();
    worker.terminate();
  }
}
