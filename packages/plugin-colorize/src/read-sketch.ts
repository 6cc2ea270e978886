import type { RasterImage } from '@koma/core/raster';
import { paperWhite, quantile } from './paper-white.ts';

/** A sketch as ink on paper, at its own size. */
export interface Sketch {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Rows from the top, a byte a pixel: 255 paper, 0 the darkest lines. */
  readonly tone: Uint8Array<ArrayBuffer>;
  /** True for light lines on dark paper: codes have to be read as 255 - code. */
  readonly inverted: boolean;
  /** Red, green and blue codes, inverted where that is so, from which on a pixel is paper. 1-255 each. */
  readonly white: readonly [number, number, number];
  /** True where nothing is drawn. */
  readonly blank: boolean;
}

/** Codes; below, the middle of a picture is dark. */
const DARK = 100;
/** Share of the shorter side that counts as border, where paper mostly is. */
const BORDER = 0.02;
/** Darkness, 0-1, from which on a pixel is rather ink than dirt. */
const INK = 0.05;
/** Change of darkness within {@link EDGE_DISTANCE} px that makes an edge; shadows of a lamp change slower. */
const EDGE = 0.06;
const EDGE_DISTANCE = 2;
/** Fewer edges than this, or than this share of all pixels, are dust. */
const MIN_EDGES = 3;
const MIN_EDGE_SHARE = 2e-5;
/** Of all ink, the darkest twentieth becomes black. */
const BLACK = 0.95;
/** The palest pencil that is made black, as darkness: paper's grain is not to be blown up beyond four times. */
const MIN_BLACK = 0.25;

/**
 * Reads pencil, ink and line art in any colour on paper of any colour: the paper becomes white, the
 * darkest lines black, and each pixel counts by the channel that shows it most. Transparent pictures lie on
 * white, or on black where their lines are light.
 */
export function readSketch(image: RasterImage): Sketch {
  const onWhite = count(image, 255);
  const sketch = read(image, 255, onWhite, isDark(onWhite));
  if (!sketch.blank || !onWhite.transparent) return sketch;
  const onBlack = read(image, 0, count(image, 0), true);
  return onBlack.blank ? sketch : onBlack;
}

interface Counts {
  /** 256 counts each: red, green, blue. */
  readonly channels: readonly [Uint32Array, Uint32Array, Uint32Array];
  readonly luma: Uint32Array;
  readonly borderLuma: Uint32Array;
  readonly transparent: boolean;
}

function count({ width, height, data }: RasterImage, backdrop: number): Counts {
  const histogram = (): Uint32Array => new Uint32Array(256);
  const [red, green, blue, luma, borderLuma] = [
    histogram(),
    histogram(),
    histogram(),
    histogram(),
    histogram(),
  ];
  const border = Math.max(1, Math.round(Math.min(width, height) * BORDER));
  let transparent = false;
  for (let y = 0, i = 0; y < height; y++) {
    const edgeRow = y < border || y >= height - border;
    for (let x = 0; x < width; x++, i += 4) {
      const alpha = data[i + 3]!;
      if (alpha !== 255) transparent = true;
      const r = over(data[i]!, alpha, backdrop);
      const g = over(data[i + 1]!, alpha, backdrop);
      const b = over(data[i + 2]!, alpha, backdrop);
      red[r]!++;
      green[g]!++;
      blue[b]!++;
      // Rec. 601 in 256ths.
      const light = (77 * r + 150 * g + 29 * b) >> 8;
      luma[light]!++;
      if (edgeRow || x < border || x >= width - border) borderLuma[light]!++;
    }
  }
  return { channels: [red, green, blue], luma, borderLuma, transparent };
}

/** Dark all over and at its border: the paper is dark, not only what is drawn on it. */
function isDark({ luma, borderLuma }: Counts): boolean {
  return quantile(luma, 0.5) < DARK && quantile(borderLuma, 0.5) < DARK;
}

function read(image: RasterImage, backdrop: number, { channels }: Counts, inverted: boolean): Sketch {
  const { width, height, data } = image;
  const papers = channels.map((counts) => paperWhite(inverted ? counts.toReversed() : counts));
  const white = papers.map((paper) => paper.white) as unknown as Sketch['white'];
  // What noise may still reach below the white point.
  const grain = Math.max(...papers.map((paper) => paper.spread / paper.white));
  const [red, green, blue] = white.map((code) => darknessOf(code, inverted)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const tone = new Uint8Array(width * height);
  const counts = new Uint32Array(256);
  for (let p = 0, i = 0; p < tone.length; p++, i += 4) {
    const alpha = data[i + 3]!;
    const darkness = Math.max(
      red[over(data[i]!, alpha, backdrop)]!,
      green[over(data[i + 1]!, alpha, backdrop)]!,
      blue[over(data[i + 2]!, alpha, backdrop)]!,
    );
    tone[p] = darkness;
    counts[darkness]!++;
  }
  const blank = !isDrawn(tone, width, height, Math.max(EDGE, 3 * grain));
  counts.fill(0, 0, Math.ceil(255 * Math.max(INK, 1.5 * grain)));
  const black = Math.max(quantile(counts, BLACK) / 255, MIN_BLACK + grain);
  const levels = Uint8Array.from({ length: 256 }, (_, darkness) =>
    Math.round(255 * (1 - clamp((darkness / 255 - grain) / (black - grain)))),
  );
  for (let p = 0; p < tone.length; p++) tone[p] = levels[tone[p]!]!;
  return { width, height, tone, inverted, white, blank };
}

/** By the code of a channel: how much light is missing for paper, 0-255. */
function darknessOf(white: number, inverted: boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) => {
    const light = inverted ? 255 - code : code;
    return Math.round(255 * clamp(1 - light / white));
  });
}

/** Whether darkness changes somewhere as it does at the edge of a line. */
function isDrawn(darkness: Uint8Array, width: number, height: number, edge: number): boolean {
  const step = Math.ceil(edge * 255);
  const needed = Math.max(MIN_EDGES, darkness.length * MIN_EDGE_SHARE);
  let edges = 0;
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p++) {
      const right = x + EDGE_DISTANCE < width ? darkness[p + EDGE_DISTANCE]! : darkness[p]!;
      const below = y + EDGE_DISTANCE < height ? darkness[p + EDGE_DISTANCE * width]! : darkness[p]!;
      if (Math.abs(darkness[p]! - right) < step && Math.abs(darkness[p]! - below) < step) continue;
      if (++edges >= needed) return true;
    }
  }
  return false;
}

/** A code over an opaque backdrop. */
function over(code: number, alpha: number, backdrop: number): number {
  return alpha === 255 ? code : Math.round((code * alpha + backdrop * (255 - alpha)) / 255);
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
