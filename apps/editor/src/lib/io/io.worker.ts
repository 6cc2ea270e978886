/** The worker in which files are decoded and encoded. Pixels come and go through ports, past the page. */
import { KomaError, serializeError, type KomaErrorCode, type SerializedError } from '@koma/core/errors';
import { FORMAT_MIME, type ImageFormat, type ImageInfo } from '@koma/core/io';
import type { OraWarning, PortableDocument } from '@koma/core/layered';
import type { RasterImage } from '@koma/core/raster';
import * as Comlink from 'comlink';
import { decodeImage } from './decode-image.ts';
import { decodeProject, isArchive } from './decode-project.ts';
import { encodeImage } from './encode-image.ts';
import { encodeLayered, type LayeredFormat } from './encode-layered.ts';
import { installPortTransfer } from './port-transfer.ts';
import { receiveData } from './receive-data.ts';
import { sendData } from './send-data.ts';

installPortTransfer();

type Reply<T> = { ok: true; value: T } | { ok: false; error: SerializedError };

/** What the page learns of a file; what is in it goes elsewhere. */
export type OpenedFile =
  { readonly kind: 'picture'; readonly info: ImageInfo } | { readonly kind: 'project' };

/** A file with layers, ready to be saved. */
export interface LayeredBlob {
  readonly blob: Blob;
  /** What the format cannot hold and was approximated. */
  readonly warnings: readonly OraWarning[];
}

const api = {
  /** @param to gets the picture, a `RasterImage`, or the project, a `PortableDocument` */
  open: (file: Blob, name: string, to: MessagePort): Promise<Reply<OpenedFile>> =>
    answer('IMAGE_DECODE_FAILED', async () => {
      const bytes = await readBytes(file, name);
      if (isArchive(bytes)) {
        const { document } = await decodeProject(bytes, name);
        sendData(to, document);
        return { kind: 'project' };
      }
      const { image, info } = await decodeImage(bytes, name);
      sendData(to, image);
      return { kind: 'picture', info };
    }),

  /** @param from gives a `RasterImage` @param onProgress see `encodeImage`; a Comlink proxy */
  encode: (
    from: MessagePort,
    format: ImageFormat,
    quality: number,
    onProgress: (fraction: number) => void,
  ): Promise<Reply<Blob>> =>
    answer('IMAGE_ENCODE_FAILED', async () => {
      const image = await receiveData<RasterImage>(from);
      const bytes = await encodeImage(image, format, quality, onProgress);
      return new Blob([bytes], { type: FORMAT_MIME[format] });
    }),

  /** @param from gives a `PortableDocument` */
  encodeLayered: (from: MessagePort, format: LayeredFormat): Promise<Reply<LayeredBlob>> =>
    answer('IMAGE_ENCODE_FAILED', async () => {
      const document = await receiveData<PortableDocument>(from);
      const { bytes, warnings } = await encodeLayered(document, format);
      return { blob: new Blob([bytes], { type: 'application/octet-stream' }), warnings };
    }),
};

/** @param fallback the code of what is thrown by others */
async function answer<T>(fallback: KomaErrorCode, work: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: serializeError(error, fallback) };
  }
}

async function readBytes(file: Blob, name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // Moved, deleted or forbidden since it was chosen, or a folder that the browser gave out as a file.
    const message = `"${name}" cannot be read. If it was moved, choose it again; if it is a folder, choose the pictures in it.`;
    throw new KomaError('FILE_UNREADABLE', message, { name }, { cause: error });
  }
}

export type IoWorkerApi = typeof api;
Comlink.expose(api);
