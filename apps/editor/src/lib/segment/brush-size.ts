import { fitView, type Size } from '#lib/studio/view.ts';
import { CUT_LIMITS } from './cut-settings.ts';

/** Of the longer side: on a page of 2048 x 3000, 27 px, about the width of an arm of a small figure. */
const SHARE = 0.009;
/** CSS pixels that a brush nobody has chosen has at least, where the whole page is seen. */
const LEAST = 12;

/**
 * The diameter of the brush in whole pixels of the document. It does not change while somebody zooms.
 * @param share of the longer side of the document; 0 where nobody has chosen one
 * @param viewport CSS pixels that the picture is seen in
 */
export function brushSize(share: number, document: Size | undefined, viewport: Size): number {
  if (!document) return LEAST;
  const longer = Math.max(document.width, document.height);
  const least = share > 0 ? 0 : LEAST / fitView(document, viewport).zoom;
  return within(Math.round(Math.max((share || SHARE) * longer, least)));
}

/** The share of the longer side of a document that a brush of so many pixels is. */
export function shareOfBrush(size: number, document: Size): number {
  return within(size) / Math.max(document.width, document.height);
}

function within(size: number): number {
  const [least, most] = CUT_LIMITS.size;
  return Math.max(least, Math.min(most, size));
}
