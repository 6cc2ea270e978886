import type { PixelRect } from './pixel-cut.ts';

/**
 * Bits of a pixel of a {@link BandPlane}: its label now, whether the band cut may change it, its label
 * before, whether a hard stroke says what it is.
 */
export const Band = { LABEL: 1, FREE: 2, COARSE: 4, FIXED: 8 } as const;

/** A part of the page in which a band is cut. */
export interface BandPlane {
  /** Where it lies on the page. */
  readonly rect: PixelRect;
  /** {@link Band} bits of its pixels, row by row. */
  readonly data: Uint8Array;
}

/**
 * A part of a page with nothing free yet.
 *
 * @param coarse labels at page size, 1 subject, 0 background
 * @param width of the page
 * @param fixed `Fixed` at page size
 */
export function bandPlane(
  rect: PixelRect,
  coarse: Uint8Array,
  width: number,
  fixed: Uint8Array | undefined,
): BandPlane {
  const data = new Uint8Array(rect.width * rect.height);
  for (let y = 0, to = 0; y < rect.height; y++) {
    const row = (rect.y + y) * width + rect.x;
    const end = row + rect.width;
    if (fixed) for (let i = row; i < end; i++) data[to++] = BITS[fixed[i]! * 2 + coarse[i]!]!;
    else for (let i = row; i < end; i++) data[to++] = coarse[i]! * SUBJECT;
  }
  return { rect, data };
}

const SUBJECT = Band.LABEL | Band.COARSE;
/** By `Fixed` and label. */
const BITS = Uint8Array.of(0, SUBJECT, Band.FIXED, Band.FIXED, Band.FIXED | SUBJECT, Band.FIXED | SUBJECT);

/** Whether all pixels of a rectangle inside the plane have one label. */
export function isUniform({ rect: own, data }: BandPlane, rect: PixelRect): boolean {
  const start = (rect.y - own.y) * own.width + rect.x - own.x;
  const label = data[start]! & Band.LABEL;
  for (let row = 0; row < rect.height; row++)
    for (let i = start + row * own.width, end = i + rect.width; i < end; i++)
      if ((data[i]! & Band.LABEL) !== label) return false;
  return true;
}

/** A rectangle grown by `margin` to all sides, as far as `limits` go. */
export function grown(rect: PixelRect, margin: number, limits: PixelRect): PixelRect {
  const x = Math.max(limits.x, rect.x - margin);
  const y = Math.max(limits.y, rect.y - margin);
  const right = Math.min(limits.x + limits.width, rect.x + rect.width + margin);
  const bottom = Math.min(limits.y + limits.height, rect.y + rect.height + margin);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}
