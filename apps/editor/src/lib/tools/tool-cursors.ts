import type { SelectionMode } from '#lib/raster/protocol.ts';

const CROSS = '<path d="M11.5 2v7M11.5 14v7M2 11.5h7M14 11.5h7M11.5 11.5h.01"/>';

/** Beside the pointer: what a new selection does to the old one. */
const BADGES: Record<SelectionMode, string> = {
  replace: '',
  add: '<path d="M20 17v6M17 20h6"/>',
  subtract: '<path d="M17 20h6"/>',
  intersect: '<path d="m18 18 4 4M22 18l-4 4"/>',
};

/** Above the stick of the wand. */
const WAND_BADGES: Record<SelectionMode, string> = {
  replace: '',
  add: '<path d="M20 3v6M17 6h6"/>',
  subtract: '<path d="M17 6h6"/>',
  intersect: '<path d="m18 4 4 4M22 4l-4 4"/>',
};

// The drawings of Lucide's icons (ISC licence), turned so that the point that works is easy to find.
const PIPETTE =
  '<path d="m12 9-8.4 8.4A2 2 0 0 0 3 18.8v1.4a2 2 0 0 1-.6 1.4A2 2 0 0 1 3.8 21h1.4a2 2 0 0 0 1.4-.6L15 12"/>' +
  '<path d="m18 9 .4.4a1 1 0 1 1-3 3l-3.8-3.8a1 1 0 1 1 3-3l.4.4 3.4-3.4a1 1 0 1 1 3 3z"/>';
const BUCKET =
  '<g transform="matrix(-1 0 0 1 24 0)"><path d="M11 7 6 2"/><path d="M19 12H2"/>' +
  '<path d="M21.1 18.4A3.3 3.3 0 0 1 20 16.5a3.3 3.3 0 0 1-1.1 1.9c-.6.5-.9 1-.9 1.6A2 2 0 0 0 20 22a2 2 0 0 0 2-2c0-.6-.3-1.1-.9-1.6"/>' +
  '<path d="m8.5 4.5 2.1-2.1a1.2 1.2 0 0 1 1.7 0l7.3 7.3a1.2 1.2 0 0 1 0 1.7l-7.6 7.6a3.6 3.6 0 0 1-5.1 0l-3.9-3.9a3.6 3.6 0 0 1 0-5.1L5.7 7.300"/></g>';
const WAND =
  '<path d="m22 22-9-9"/><path d="M9 1.5v2M9 14.5v2M1.5 9h2M14.5 9h2M3.7 3.7l1.4 1.4M14.3 3.7l-1.4 1.4M3.7 14.3l1.4-1.4M9 9h.01"/>';
const LASSO =
  '<path d="M4.5 15.5a9 6.5 0 1 1 3 2"/><path d="M7.5 22a5 5 0 0 1-2-4"/><circle cx="5.5" cy="16" r="2"/>';

/** @param x, y the point of the drawing (24 x 24) that works */
function drawn(shapes: string, x: number, y: number, fallback: string): string {
  const layer = (colour: string, width: number) =>
    `<g fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round">${shapes}</g>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">${layer('#fff', 3.5)}${layer('#000', 1.4)}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}") ${x} ${y}, ${fallback}`;
}

/** Cursors of tools that look the same whatever is held, as values of the CSS property. */
export const TOOL_CURSORS = {
  eyedropper: drawn(PIPETTE, 2, 22, 'crosshair'),
  bucket: drawn(BUCKET, 4, 21, 'crosshair'),
  lassoFill: drawn(LASSO, 6, 22, 'crosshair'),
} as const;

const SELECTION = mapModes((mode) => drawn(CROSS + BADGES[mode], 11, 11, 'crosshair'));
const WANDS = mapModes((mode) => drawn(WAND + WAND_BADGES[mode], 9, 9, 'crosshair'));

/** The cross of marquees and lassos. */
export function selectionCursor(mode: SelectionMode): string {
  return SELECTION[mode];
}

export function wandCursor(mode: SelectionMode): string {
  return WANDS[mode];
}

function mapModes(make: (mode: SelectionMode) => string): Record<SelectionMode, string> {
  return {
    replace: make('replace'),
    add: make('add'),
    subtract: make('subtract'),
    intersect: make('intersect'),
  };
}
