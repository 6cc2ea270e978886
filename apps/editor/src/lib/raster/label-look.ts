import { parseHex } from '@koma/core/raster';
import type { LabelLook } from './protocol.ts';

/** How the bytes of a plane are shown: straight RGBA8 words, red in the lowest byte, of 256 values each. */
export interface LabelColours {
  readonly area: Uint32Array;
  /**
   * For pixels on a border between labels. Without it there are no borders and all colours are the same but
   * for alpha, so that they can be averaged.
   */
  readonly edge?: Uint32Array;
}

/** Opacity of a tint, 0-255: lines and tones still show through. */
const TINT = 104;
/** Opacity of its border. */
const EDGE = 235;

/** Colours of labels: 0 is nothing, i the i-th colour of the look; labels beyond take the first again. */
export function labelColours({ mode, colours }: LabelLook): LabelColours {
  if (mode !== 'tint') return hiding((value) => (value === 0 ? 0 : 255));
  const area = new Uint32Array(256);
  const edge = new Uint32Array(256);
  for (let value = 1; value < 256; value++) {
    const colour = wordOf(colours[(value - 1) % colours.length] ?? '#ffffff');
    area[value] = withAlpha(colour, TINT);
    edge[value] = withAlpha(colour, EDGE);
  }
  return { area, edge };
}

/** Colours of a soft mask, 0-255. */
export function coverageColours({ mode, colours }: LabelLook): LabelColours {
  if (mode !== 'tint') return hiding((value) => value);
  const colour = wordOf(colours[0] ?? '#ffffff');
  return {
    area: Uint32Array.from({ length: 256 }, (_, value) =>
      withAlpha(colour, Math.round((TINT * value) / 255)),
    ),
  };
}

/** Black that covers what the mask hides. */
function hiding(shown: (value: number) => number): LabelColours {
  return { area: Uint32Array.from({ length: 256 }, (_, value) => withAlpha(0, 255 - shown(value))) };
}

function wordOf(hex: string): number {
  const { r, g, b } = parseHex(hex) ?? { r: 255, g: 255, b: 255 };
  return r | (g << 8) | (b << 16);
}

function withAlpha(colour: number, alpha: number): number {
  return ((alpha << 24) | colour) >>> 0;
}
