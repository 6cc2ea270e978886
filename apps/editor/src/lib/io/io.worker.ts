/** The worker in which files are decoded and encoded, so that the page never stops. */
import { serializeError, type SerializedError } from '@koma/core/errors';
import type { ImageFormat } from '@koma/core/io';
import type { RasterImage } from '@koma/core/raster';
import * as Comlink from 'comlink';
import type { PortableDocument } from '@koma/core/layered';
import { buffersOf } from './buffers-of.ts';
import { decodeImage, type DecodedImage } from './decode-image.ts';
import { decodeProject, isArchive, type DecodedProject } from './decode-project.ts';
import { encodeLayered, type LayeredFile, type LayeredFormat } from './encode-layered.ts';
import { encodeImage } from './encode-image.ts';

type Reply<T> = { ok: true; value: T } | { ok: false; error: SerializedError };

const api = {
  async decode(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Reply<DecodedImage | DecodedProject>> {
    try {
      if (isArchive(bytes)) {
        const project = await decodeProject(bytes, name);
        return Comlink.transfer({ ok: true, value: project }, buffersOf(project));
      }
      const value = await decodeImage(bytes, name);
      return Comlink.transfer({ ok: true, value }, [value.image.data.buffer]);
    } catch (error) {
      return { ok: false, error: serializeError(error, 'IMAGE_DECODE_FAILED') };
    }
  },
  async encode(
    image: RasterImage,
    format: ImageFormat,
    quality: number,
  ): Promise<Reply<Uint8Array<ArrayBuffer>>> {
    try {
      const value = await encodeImage(image, format, quality);
      return Comlink.transfer({ ok: true, value }, [value.buffer]);
    } catch (error) {
      return { ok: false, error: serializeError(error, 'IMAGE_ENCODE_FAILED') };
    }
  },
  async encodeLayered(document: PortableDocument, format: LayeredFormat): Promise<Reply<LayeredFile>> {
    try {
      const value = await encodeLayered(document, format);
      return Comlink.transfer({ ok: true, value }, [value.bytes.buffer]);
    } catch (error) {
      return { ok: false, error: serializeError(error, 'IMAGE_ENCODE_FAILED') };
    }
  },
};

export type IoWorkerApi = typeof api;
Comlink.expose(api);
