import type { GeneratedForm } from '@koma/core/document';
import type { GeneratorOptions } from '@koma/core/plugin';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import type { OfferedGenerator } from '#lib/studio/generators.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import { composeDocument, inOneGroup } from './compose-document.ts';
import { generatedForm } from './generated-form.ts';
import type { GeneratorClient } from './generator-client.ts';
import { makerOf } from './maker-of.ts';
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

/** A picture in one of its forms. */
type Part = Sendable & { readonly form: GeneratedForm };

export interface SendOptions {
  readonly offered: OfferedGenerator;
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
  return sendParts(picture.name, partsOf(picture, as), options);
}

/** Puts several pictures onto one page, each as a group of layers. */
export function sendSheet(
  name: string,
  pictures: readonly Sendable[],
  options: SendOptions,
): Promise<boolean> {
  return sendParts(
    name,
    pictures.flatMap((picture) => partsOf(picture, 'layers')),
    options,
  );
}

function partsOf(picture: Sendable, as: SendAs): Part[] {
  const { name } = picture;
  switch (as) {
    case 'layers':
      return [{ ...picture, form: 'kinds' }];
    case 'layer':
      return [{ ...picture, form: 'whole' }];
    case 'sketch':
      return [
        { ...picture, form: 'sketch', name: i18n.t('generate.sketchOf', { name }) },
        { ...picture, form: 'style', name: i18n.t('generate.styleOf', { name }) },
      ];
  }
}

async function sendParts(
  name: string,
  parts: readonly Part[],
  { client, offered, size, signal, onProgress }: SendOptions,
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
    const { form, options, name: partName } = part;
    const document = await generatedForm(client, form, options, partName, side, i18n.locale, signal);
    placed.push({ document, frame, recipe: { ...makerOf(offered), options, as: form } });
    signal.throwIfAborted();
    onProgress((index + 1) / parts.length);
  }
  if (!open && parts.length === 1) {
    // The page is as large as the picture, which may be a pixel smaller than its shape promised.
    const { document: only, recipe } = placed[0]!;
    const frame = { x: 0, y: 0, width: only.width, height: only.height };
    return studio.openMade(composeDocument(name, only, DPI, [{ document: only, frame, recipe }]));
  }
  const document = composeDocument(name, canvas, open?.dpi ?? DPI, placed);
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
