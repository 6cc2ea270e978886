import type { GeneratorOptions } from '@koma/core/plugin';
import type { PortableDocument } from '@koma/core/layered';
import type { RasterImage } from '@koma/core/raster';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import { composeDocument, inOneGroup, singleLayer } from './compose-document.ts';
import type { GeneratorClient } from './generator-client.ts';
import { sheetCanvas, sheetLayout, type Size } from './sheet-layout.ts';

/** As what a picture comes onto the canvas. */
export type SendAs = 'layers' | 'layer' | 'sketch';

/** A picture to be sent. */
export interface Sendable {
  readonly options: GeneratorOptions;
  /** Of the layer or group. */
  readonly name: string;
  /** Of the picture at any scale: only its shape counts. */
  readonly shape: Size;
}

/** What is made of a picture at a size. */
type Part = Sendable & { readonly make: (size: number) => Promise<PortableDocument> };

export interface SendOptions {
  readonly client: GeneratorClient;
  /** Wanted pixels of the longer side of each picture; smaller where the canvas is. */
  readonly size: number;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

/**
 * Puts one picture onto the canvas: into the middle of the open document as one step, or as a new document.
 * @param as `layers`: by kind; `layer`: one; `sketch`: the line art in multiply with the coloured picture beside it
 * @returns whether it is there; if not, the person has been told why
 * @throws KomaError; AbortError
 */
export function sendPicture(picture: Sendable, as: SendAs, options: SendOptions): Promise<boolean> {
  return sendParts(picture.name, partsOf(picture, as, options), options);
}

/** Puts several pictures onto one page, each as a group of layers. */
export function sendSheet(
  name: string,
  pictures: readonly Sendable[],
  options: SendOptions,
): Promise<boolean> {
  return sendParts(
    name,
    pictures.flatMap((picture) => partsOf(picture, 'layers', options)),
    options,
  );
}

function partsOf(picture: Sendable, as: SendAs, { client, signal }: SendOptions): Part[] {
  const { options, name } = picture;
  const draw = (size: number, look?: 'sketch' | 'style'): Promise<RasterImage> =>
    client.ask('draw', { options, size, ...(look ? { look } : {}) }, { signal });
  switch (as) {
    case 'layers':
      return [
        {
          ...picture,
          make: async (size) => ({
            ...(await client.ask('layers', { options, size, as: 'kinds', locale: i18n.locale }, { signal })),
            name,
          }),
        },
      ];
    case 'layer':
      return [{ ...picture, make: async (size) => singleLayer(name, await draw(size)) }];
    case 'sketch': {
      const [sketch, style] = [i18n.t('generate.sketchOf', { name }), i18n.t('generate.styleOf', { name })];
      return [
        {
          ...picture,
          make: async (size) =>
            singleLayer(sketch, await draw(size, 'sketch'), { role: 'line-art', blendMode: 'multiply' }),
        },
        { ...picture, make: async (size) => singleLayer(style, await draw(size, 'style')) },
      ];
    }
  }
}

async function sendParts(
  name: string,
  parts: readonly Part[],
  { client, size, signal, onProgress }: SendOptions,
): Promise<boolean> {
  const open = studio.document;
  const shapes = parts.map(({ shape }) => scaleTo(shape, size));
  const canvas: Size = open ?? sheetCanvas(shapes);
  const frames = sheetLayout(shapes, canvas);
  const { min, max } = client.spec.size;
  const placed = [];
  for (const [index, part] of parts.entries()) {
    const frame = frames[index]!;
    const side = Math.max(min, Math.min(max, Math.max(frame.width, frame.height)));
    placed.push({ document: await part.make(side), frame });
    signal.throwIfAborted();
    onProgress((index + 1) / parts.length);
  }
  const document = composeDocument(name, canvas, open?.dpi ?? DPI, placed);
  if (!open && parts.length === 1) return studio.openMade(document);
  // Pictures side by side lie on paper.
  if (!open) await studio.create(name, canvas.width, canvas.height, DPI, '#ffffff');
  // Several pictures are to be seen as several.
  return studio.addPortable(inOneGroup(document, parts.length > 1), 'history.generate');
}

/** Pixels per inch of a new page. */
const DPI = 350;

function scaleTo({ width, height }: Size, longer: number): Size {
  const scale = longer / Math.max(width, height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
