import { deserializeError, KomaError } from '@koma/core/errors';
import { FORMAT_NAMES, type ImageFormat } from '@koma/core/io';
import type { RasterImage } from '@koma/core/raster';
import * as Comlink from 'comlink';
import type { PortableDocument } from '@koma/core/layered';
import { buffersOf } from './buffers-of.ts';
import type { DecodedImage } from './decode-image.ts';
import type { DecodedProject } from './decode-project.ts';
import { LAYERED_NAMES, type LayeredFile, type LayeredFormat } from './encode-layered.ts';
import type { IoWorkerApi } from './io.worker.ts';

/** Reads and writes picture files in a worker of its own. One worker a job: decoders leave memory behind. */
export const imageFiles = {
  /** @throws KomaError that names the file and says what to do */
  async open(file: Blob, name: string): Promise<DecodedImage | DecodedProject> {
    const bytes = new Uint8Array(await readBytes(file, name));
    const crash = (reason: string) => new KomaError('IMAGE_DECODE_FAILED', reason, { name });
    return inWorker(crash, async (api) => {
      const reply = await api.decode(Comlink.transfer(bytes, [bytes.buffer]), name);
      if (!reply.ok) throw deserializeError(reply.error);
      return reply.value;
    });
  },

  /** The picture is given away: copying a page would stop the interface. @throws KomaError `IMAGE_ENCODE_FAILED` */
  async encode(image: RasterImage, format: ImageFormat, quality: number): Promise<Uint8Array<ArrayBuffer>> {
    const crash = (reason: string) =>
      new KomaError('IMAGE_ENCODE_FAILED', reason, { format: FORMAT_NAMES[format] });
    return inWorker(crash, async (api) => {
      const reply = await api.encode(Comlink.transfer(image, [image.data.buffer]), format, quality);
      if (!reply.ok) throw deserializeError(reply.error);
      return reply.value;
    });
  },
  /** Encodes with layers. The document's pictures are given away. @throws KomaError `IMAGE_ENCODE_FAILED` */
  async encodeLayered(document: PortableDocument, format: LayeredFormat): Promise<LayeredFile> {
    const crash = (reason: string) =>
      new KomaError('IMAGE_ENCODE_FAILED', reason, { format: LAYERED_NAMES[format] });
    return inWorker(crash, async (api) => {
      const reply = await api.encodeLayered(Comlink.transfer(document, buffersOf(document)), format);
      if (!reply.ok) throw deserializeError(reply.error);
      return reply.value;
    });
  },
};

async function readBytes(file: Blob, name: string): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch (error) {
    // Moved, deleted or forbidden since it was chosen, or a folder that the browser gave out as a file.
    const message = `"${name}" cannot be read. If it was moved, choose it again; if it is a folder, choose the pictures in it.`;
    throw new KomaError('FILE_UNREADABLE', message, { name }, { cause: error });
  }
}

/** @param crash what to say when the worker itself dies, from memory running out for instance */
async function inWorker<T>(
  crash: (reason: string) => KomaError,
  work: (api: Comlink.Remote<IoWorkerApi>) => Promise<T>,
): Promise<T> {
  const worker = new Worker(new URL('./io.worker.ts', import.meta.url), { type: 'module', name: 'koma-io' });
  const crashed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      // Without a message the worker's script could not even be fetched.
      const missing = 'A part of Koma could not be loaded. Check the connection and try again.';
      reject(event.message ? crash(event.message) : new KomaError('PROGRAM_INCOMPLETE', missing));
    });
  });
  try {
    return await Promise.race([work(Comlink.wrap<IoWorkerApi>(worker)), crashed]);
  } finally {
    worker.terminate();
  }
}
