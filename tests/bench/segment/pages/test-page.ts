import type { PageImage } from '@koma/lineart';
import type { Stroke } from '@koma/core/plugin';

/** A page of which every pixel of every figure is known. */
export interface TestPage {
  readonly id: string;
  readonly image: PageImage;
  readonly panels: readonly TestPanel[];
}

/** One figure to be cut out. */
export interface TestPanel {
  readonly id: string;
  /** Where it is judged, in whole page pixels. */
  readonly box: Box;
  /** One `Truth` a pixel of the box. */
  readonly truth: Uint8Array;
  /** Where the figure ends: in the middle of its outline, or beyond it. */
  readonly edge: 'middle' | 'outer';
  /** What a user draws first, all taken together as one stroke: along the figure, and around it. */
  readonly first: readonly Stroke[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a pixel of a panel is. */
export const Truth = {
  ground: 0,
  figure: 1,
  /** Of no panel, or of another one: not judged. */
  elsewhere: 2,
} as const;

/** A grey plane as opaque RGBA. */
export function greyImage(grey: Uint8Array | Uint8ClampedArray, width: number, height: number): PageImage {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0, p = 0; i < grey.length; i++, p += 4) {
    data[p] = data[p + 1] = data[p + 2] = grey[i]!;
    data[p + 3] = 255;
  }
  return { width, height, data };
}
