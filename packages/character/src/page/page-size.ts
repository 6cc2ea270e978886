import type { Box } from './convex.ts';

/** A page in page units: the proportion of B5 (182 x 257 mm); at the usual width one unit is one pixel. */
export const PAGE: Box = { x: 0, y: 0, width: 1200, height: 1700 };

/** Where panels stay unless they bleed: the basic frame. */
export const CONTENT: Box = { x: 62, y: 72, width: 1076, height: 1556 };

/** Between panels one above the other. */
export const ROW_GUTTER = 30;
/** Between panels side by side: narrower, so that the eye goes sideways first. */
export const COLUMN_GUTTER = 14;
