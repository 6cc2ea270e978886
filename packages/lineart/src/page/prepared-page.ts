import type { RegionMap } from '../regions/region-map.ts';
import type { GreyPlane } from './page-image.ts';

/** How {@link preparePage} is to work. */
export interface PreparePageOptions {
  /**
   * Page pixels per work pixel. If not given, the coarsest of 1, 2 and 4 that large pages need and their lines allow:
   * 1 up to 2 megapixels or where lines are thinner than 2.8 px, 4 above 8 megapixels where they are at least 5.6 px
   * wide, else 2.
   */
  readonly scale?: 1 | 2 | 4;
  /** Whether screentones are told from lines and left out of them. Default true. */
  readonly toneRemoval?: boolean;
  /** Longest gap in a line that is closed, page pixels; 0, the default, closes none: gaps have their price alone. */
  readonly closeGaps?: number;
  /**
   * Side of the cells that open ground and solid blacks are cut into, so that strokes can tell apart what has no line
   * between it; work px, default 16. 0 keeps regions whole, as fills want them.
   */
  readonly cells?: number;
}

/** All that a segmentation needs to know of a page; made once, read by every stroke. */
export interface PreparedPage {
  /** Page pixels. */
  readonly width: number;
  /** Page pixels. */
  readonly height: number;
  readonly regions: RegionMap;
  /** The page in grey at its full size. */
  readonly grey: GreyPlane;
  /** One byte a work pixel: 1 where a line or a solid black is, tones left out. */
  readonly line: Uint8Array;
  /** Median width of the lines, page pixels; 0 on a page without lines. */
  readonly lineWidth: number;
  /** Whether the page has colours. */
  readonly colour: boolean;
}
