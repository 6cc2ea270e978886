import { KomaError } from '../errors.ts';
import { imageFromBytes, type RasterImage } from '../raster/index.ts';

/**
 * Draws SVG text to a picture of exactly this size: shapes, gradients, patterns, clips and masks. Text,
 * pictures, scripts and whatever lies outside the document are refused, so the same text gives the same
 * picture everywhere: the same bytes on one machine, and on another but for single pixels of edges.
 */
export type DrawSvg = (svg: string, width: number, height: number) => Promise<RasterImage>;

/** What is used of resvg; `@resvg/resvg-js` and `@resvg/resvg-wasm` both have it. */
export interface ResvgClass {
  new (
    svg: string,
    options?: { font?: { loadSystemFonts?: boolean } },
  ): {
    render(): { readonly width: number; readonly height: number; readonly pixels: Uint8Array; free?(): void };
    free?(): void;
  };
}

/** Longest side of a drawn picture, pixels. */
export const MAX_SVG_SIDE = 4096;
/** UTF-16 units of SVG text; the most detailed figures take a tenth of it. */
const MAX_SVG_LENGTH = 16 * 2 ** 20;

/** Elements that read files or fonts, or run: with or without a namespace's prefix. */
const REFUSED_ELEMENT = /<\s*(?:[\w.-]+:)?(image|feimage|text|tspan|textpath|foreignobject|script|style)\b/i;
const REFUSED_REFERENCE = /\bhref\s*=\s*(?:"(?!#)|'(?!#))/i;
const DECLARATION = /<!(?:doctype|entity)/i;

/**
 * The service that draws SVG text for generators.
 *
 * @param load gives resvg, started; called at the first drawing, and again after it has failed
 */
export function createSvgService(load: () => Promise<ResvgClass>): DrawSvg {
  let loading: Promise<ResvgClass> | undefined;
  return async (svg, width, height) => {
    checkRequest(svg, width, height);
    loading ??= load();
    const Resvg = await loading.catch((error: unknown) => {
      loading = undefined;
      throw new KomaError(
        'PROGRAM_INCOMPLETE',
        'The part of Koma that draws could not be loaded. Check the connection and try again.',
        {},
        { cause: error },
      );
    });
    return draw(Resvg, svg, width, height);
  };
}

function checkRequest(svg: string, width: number, height: number): void {
  const isSide = (side: number): boolean => Number.isInteger(side) && side >= 1 && side <= MAX_SVG_SIDE;
  if (!isSide(width) || !isSide(height))
    throw refused(`${width} x ${height} is not within ${MAX_SVG_SIDE} x ${MAX_SVG_SIDE} pixels`);
  if (typeof svg !== 'string' || svg.length > MAX_SVG_LENGTH) throw refused('the SVG text is too long');
  if (DECLARATION.test(svg)) throw refused('declarations are not allowed in SVG text');
  const element = REFUSED_ELEMENT.exec(svg)?.[1];
  if (element !== undefined) throw refused(`<${element}> is not allowed in SVG text`);
  if (REFUSED_REFERENCE.test(svg)) throw refused('SVG text may refer to itself only');
}

const refused = (reason: string): KomaError =>
  new KomaError('PLUGIN_FAILED', `The picture was not drawn: ${reason}.`, { reason });

function draw(Resvg: ResvgClass, svg: string, width: number, height: number): RasterImage {
  let drawing: InstanceType<ResvgClass> | undefined;
  let picture: ReturnType<InstanceType<ResvgClass>['render']> | undefined;
  try {
    drawing = new Resvg(svg, { font: { loadSystemFonts: false } });
    picture = drawing.render();
    if (picture.width !== width || picture.height !== height)
      throw refused(`it is ${picture.width} x ${picture.height} pixels, not ${width} x ${height}`);
    return imageFromBytes(width, height, straight(picture.pixels));
  } catch (error) {
    if (error instanceof KomaError) throw error;
    // resvg-wasm throws texts.
    throw refused(error instanceof Error ? error.message : String(error));
  } finally {
    // Only WebAssembly has memory that nobody collects.
    picture?.free?.();
    drawing?.free?.();
  }
}

/** resvg's premultiplied pixels as straight ones, copied. */
function straight(pixels: Uint8Array): Uint8ClampedArray<ArrayBuffer> {
  const data = new Uint8ClampedArray(pixels);
  for (let p = 3; p < data.length; p += 4) {
    const alpha = data[p]!;
    if (alpha === 0 || alpha === 255) continue;
    for (let c = p - 3; c < p; c++) data[c] = (data[c]! * 255) / alpha;
  }
  return data;
}
