import type { MaskInput, RasterImage } from '@koma/plugin-kit';

/** A tone for every pixel: 0 paper to 1 solid ink, and how much of the pixel may be toned at all. */
export interface TonePlane {
  readonly width: number;
  readonly height: number;
  readonly tone: Float32Array;
  /** 0-1: the picture's alpha times the selection. */
  readonly coverage: Float32Array;
}

/** Which greys become paper and solid ink, and in how many steps. */
export interface Levels {
  /** Tones below are paper, 0-1. */
  readonly lightest: number;
  /** Tones above are solid, 0-1. */
  readonly darkest: number;
  /** Number of tones between paper and solid; 0: as many as there are. */
  readonly steps: number;
}

/** Where tone comes from. */
export type ToneSource =
  | ({ readonly from: 'picture' } & Levels)
  | { readonly from: 'flat'; readonly density: number }
  | {
      readonly from: 'gradient';
      /** 0-1 at the beginning and at the end. */
      readonly start: number;
      readonly end: number;
      /** Degrees anticlockwise from left-to-right. */
      readonly direction: number;
    };

/**
 * The tones of a picture, of a flat sheet or of a gradient over all that may be toned.
 * The grey of a picture is its luma (Rec. 709), and 40 % grey is a tone of 60 %, as tone sheets are numbered.
 */
export function tonePlane(image: RasterImage, source: ToneSource, selection?: MaskInput): TonePlane {
  const { width, height, data } = image;
  const pixels = width * height;
  const coverage = new Float32Array(pixels);
  for (let i = 0; i < pixels; i++)
    coverage[i] = (data[i * 4 + 3]! / 255) * (selection ? selection.data[i]! / 255 : 1);
  const tone = new Float32Array(pixels);
  if (source.from === 'flat') tone.fill(source.density);
  else if (source.from === 'picture')
    for (let i = 0; i < pixels; i++) tone[i] = limited(1 - luma(data, i * 4), source);
  else writeGradient(tone, coverage, width, source);
  return { width, height, tone, coverage };
}

function luma(data: Uint8ClampedArray, i: number): number {
  return (0.2126 * data[i]! + 0.7152 * data[i + 1]! + 0.0722 * data[i + 2]!) / 255;
}

function limited(tone: number, { lightest, darkest, steps }: Levels): number {
  if (tone < lightest) return 0;
  if (tone > darkest) return 1;
  return steps > 0 ? Math.round(tone * (steps + 1)) / (steps + 1) : tone;
}

/** From the first toned pixel to the last along the direction. */
function writeGradient(
  tone: Float32Array,
  coverage: Float32Array,
  width: number,
  { start, end, direction }: Extract<ToneSource, { from: 'gradient' }>,
): void {
  const cos = Math.cos((direction * Math.PI) / 180);
  const sin = -Math.sin((direction * Math.PI) / 180);
  const along = (i: number): number => (i % width) * cos + Math.floor(i / width) * sin;
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < tone.length; i++) {
    if (coverage[i] === 0) continue;
    const place = along(i);
    if (place < low) low = place;
    if (place > high) high = place;
  }
  const length = Math.max(1e-6, high - low);
  for (let i = 0; i < tone.length; i++) {
    const share = Math.min(1, Math.max(0, (along(i) - low) / length));
    tone[i] = start + (end - start) * share;
  }
}
