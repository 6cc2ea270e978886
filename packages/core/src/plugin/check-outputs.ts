import { KomaError } from '../errors.ts';
import { BLEND_MODES, type RasterImage } from '../raster/index.ts';
import { isLocalizedText, type OperationSpec } from './manifest.ts';
import type { MaskOutput, MasksOutput } from './interactive.ts';
import { asFile } from './file-output.ts';
import type {
  LayersOutput,
  OperationOutputs,
  OutputLayer,
  OutputValue,
  PaletteOutput,
  TextOutput,
} from './protocol.ts';

const ROLES: readonly unknown[] = ['none', 'line-art', 'fill'] satisfies OutputLayer['role'][];
/** A result of more layers is a mistake; nobody could work with it. */
const MAX_LAYERS = 1000;
/** Characters of a text that somebody is to read. */
const MAX_TEXT = 10_000;
const MAX_COLOURS = 256;
const COLOUR = /^#[0-9a-f]{6}$/i;

/** The value if it is what an output of the type has to be. */
const CHECKS: Readonly<
  Record<OperationSpec['outputs'][number]['type'], (value: unknown) => OutputValue | undefined>
> = {
  image: asImage,
  layers: asLayers,
  mask: asMask,
  masks: asMasks,
  text: asText,
  palette: asPalette,
  file: asFile,
};

/**
 * Refuses a reply that is not what the manifest promises, before it comes near a document.
 * @param outputs anything: a plugin made it
 * @param wanted names of the outputs that were asked for; absent: all
 * @returns what was promised and asked for, and nothing else
 * @throws KomaError `PLUGIN_FAILED`
 */
export function checkOutputs(
  spec: OperationSpec,
  outputs: OperationOutputs | null | undefined,
  wanted?: readonly string[],
): OperationOutputs {
  const checked: Record<string, OutputValue> = {};
  for (const { name, type } of spec.outputs) {
    if (wanted && !wanted.includes(name)) continue;
    const value = CHECKS[type](outputs?.[name]);
    if (!value)
      throw new KomaError('PLUGIN_FAILED', `${spec.title.en} returned no valid "${name}".`, { reason: name });
    checked[name] = value;
  }
  return checked;
}

/**
 * A picture among checked outputs.
 * @param name of an output of type `image` that was asked for
 * @throws KomaError `PLUGIN_FAILED`
 */
export function imageOutput(outputs: OperationOutputs, name: string): RasterImage {
  const output = outputs[name];
  if (output && 'data' in output && output.data instanceof Uint8ClampedArray) return output as RasterImage;
  throw new KomaError('PLUGIN_FAILED', `The operation returned no picture "${name}".`, { reason: name });
}

/**
 * A mask among checked outputs.
 * @param name of an output of type `mask` that was asked for
 * @throws KomaError `PLUGIN_FAILED`
 */
export function maskOutput(outputs: OperationOutputs, name: string): MaskOutput {
  const output = outputs[name];
  if (output && 'data' in output && output.data instanceof Uint8Array) return output as MaskOutput;
  throw new KomaError('PLUGIN_FAILED', `The operation returned no mask "${name}".`, { reason: name });
}

/** The value if it is a picture whose size and bytes agree. @param value anything */
export function asImage(value: unknown): RasterImage | undefined {
  const image = value as RasterImage | null | undefined;
  const fits =
    image != null &&
    isSide(image.width) &&
    isSide(image.height) &&
    image.data instanceof Uint8ClampedArray &&
    image.data.length === image.width * image.height * 4;
  return fits ? image : undefined;
}

function asLayers(value: unknown): LayersOutput | undefined {
  const output = value as LayersOutput | null | undefined;
  if (output == null || !isSide(output.width) || !isSide(output.height)) return undefined;
  const { layers } = output;
  if (!Array.isArray(layers) || layers.length === 0 || layers.length > MAX_LAYERS) return undefined;
  return layers.every(isLayer) ? output : undefined;
}

/** The value if it is a mask whose size and bytes agree. @param value anything */
export function asMask(value: unknown): MaskOutput | undefined {
  const mask = value as MaskOutput | null | undefined;
  const fits = mask != null && isSide(mask.width) && isSide(mask.height) && isPlane(mask.data, mask);
  return fits ? mask : undefined;
}

function asMasks(value: unknown): MasksOutput | undefined {
  const output = value as MasksOutput | null | undefined;
  if (output == null || !isSide(output.width) || !isSide(output.height)) return undefined;
  const { masks } = output;
  if (!Array.isArray(masks) || masks.length > MAX_LAYERS) return undefined;
  const fit = masks.every(
    (mask) => mask != null && typeof mask.name === 'string' && isPlane(mask.data, output),
  );
  return fit && new Set(masks.map(({ name }) => name)).size === masks.length ? output : undefined;
}

function asText(value: unknown): TextOutput | undefined {
  const { text } = (value ?? {}) as Partial<TextOutput>;
  // Nothing but the text: what else a plugin adds reaches nobody.
  return typeof text === 'string' && text.length <= MAX_TEXT ? { text } : undefined;
}

function asPalette(value: unknown): PaletteOutput | undefined {
  const { colors } = (value ?? {}) as Partial<PaletteOutput>;
  if (!Array.isArray(colors) || colors.length === 0 || colors.length > MAX_COLOURS) return undefined;
  const fit = colors.every((colour) => typeof colour === 'string' && COLOUR.test(colour));
  return fit ? { colors: [...colors] } : undefined;
}

function isPlane(data: unknown, { width, height }: { width: number; height: number }): boolean {
  return data instanceof Uint8Array && data.length === width * height;
}

function isLayer(value: unknown): boolean {
  const layer = value as OutputLayer | null | undefined;
  return (
    layer != null &&
    isLocalizedText(layer.name) &&
    asImage(layer.image) !== undefined &&
    Number.isSafeInteger(layer.x) &&
    Number.isSafeInteger(layer.y) &&
    BLEND_MODES.includes(layer.blendMode) &&
    ROLES.includes(layer.role)
  );
}

function isSide(pixels: unknown): boolean {
  return Number.isInteger(pixels) && (pixels as number) >= 1;
}
