import { isAbortError } from '@koma/core/errors';
import type { FaceBox, Wishes } from '@koma/core/plugin';
import type { RasterImage, Rect } from '@koma/core/raster';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import { singleLayer } from './compose-document.ts';
import { growBox } from './grow-box.ts';
import type { GeneratorClient } from './generator-client.ts';

/** What of a picture is cut out with a face: one and a half times its box. */
const CROP = 1.5;
/** What is looked at to take a face as a model: hair and clothes are beyond the box. */
const MODEL = 2.5;
/** Pixels of the longer side of what is shown. */
const SHOWN_SIZE = 900;

/** The faces of the open document as it is seen. */
export class FacesState {
  readonly #client: GeneratorClient;
  picture = $state.raw<{ image: RasterImage; width: number; height: number }>();
  /** Those found so far while it is busy, and those found until then where it was cancelled. */
  faces = $state.raw<readonly FaceBox[]>();
  chosen = $state.raw<readonly number[]>([]);
  busy = $state(false);
  progress = $state(0);
  #work = new AbortController();

  constructor(client: GeneratorClient) {
    this.#client = client;
  }

  /** Looks at the document as it is seen now; what fails is told to the person. */
  async find(): Promise<void> {
    this.cancel();
    this.#work = new AbortController();
    const { signal } = this.#work;
    this.busy = true;
    this.progress = 0;
    this.faces = undefined;
    this.chosen = [];
    try {
      const image = await studio.picture();
      const { width, height } = image;
      this.picture = { image: await shown(image), width, height };
      const faces = await this.#client.ask(
        'findFaces',
        { image },
        {
          signal,
          giveAway: true,
          onProgress: (fraction) => (this.progress = fraction),
          onPartial: (found) => (this.faces = found),
        },
      );
      signal.throwIfAborted();
      this.faces = faces;
      if (faces.length === 1) this.chosen = [0];
    } catch (error) {
      if (!isAbortError(error)) notices.error(error);
    } finally {
      if (this.#work.signal === signal) this.busy = false;
    }
  }

  cancel(): void {
    this.#work.abort();
    this.busy = false;
  }

  /** Copies faces with what is around them to layers of their own, as one step. */
  async crop(faces: readonly FaceBox[]): Promise<void> {
    const { document } = studio;
    if (!document) return;
    try {
      const layers = [];
      for (const [index, face] of faces.entries()) {
        const area = this.#area(face, CROP);
        const name = i18n.t('widget.face', { n: index + 1 });
        const image = await studio.picture(area);
        const place = { id: `face-${index}`, x: area.x, y: area.y };
        layers.push(...singleLayer(name, image, place).nodes);
      }
      const { width, height, dpi } = document;
      const name = i18n.t('generate.faces');
      const done = await studio.addPortable({ name, width, height, dpi, nodes: layers }, 'history.cropFaces');
      if (done) notices.info(i18n.t('generate.facesCropped', { n: faces.length }));
    } catch (error) {
      notices.error(error);
    }
  }

  /** What makes a picture look like a face. @throws KomaError */
  async wishesLike(face: FaceBox, seed: number): Promise<Wishes> {
    const area = this.#area(face, MODEL);
    const image = await studio.picture(area);
    const within = { ...face, x: face.x - area.x, y: face.y - area.y };
    return this.#client.ask('likeThis', { image, face: within, seed }, { giveAway: true });
  }

  #area(face: FaceBox, factor: number): Rect {
    return growBox(face, factor, studio.document ?? { width: 1, height: 1 });
  }
}

/** A copy that a screen has room for. */
async function shown(image: RasterImage): Promise<RasterImage> {
  const { width, height, data } = image;
  const scale = Math.min(1, SHOWN_SIZE / Math.max(width, height));
  // The browser scales beside the page; a page of 20 megapixels would stop it here.
  const bitmap = await createImageBitmap(new ImageData(data, width, height), {
    resizeWidth: Math.max(1, Math.round(width * scale)),
    resizeHeight: Math.max(1, Math.round(height * scale)),
    resizeQuality: 'high',
  });
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  return { width: pixels.width, height: pixels.height, data: pixels.data as RasterImage['data'] };
}
