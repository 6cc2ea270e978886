import type { GreyPlane } from '../page/page-image.ts';
import { Band, bandPlane, grown, type BandPlane } from './band-plane.ts';
import { areaOfTiles, bandSteps, TILE, tilesTouching } from './band-tiles.ts';
import { cutBand } from './cut-band.ts';
import { GridSolver } from './grid-solver.ts';
import { markBand } from './mark-band.ts';
import type { PixelRect } from './pixel-cut.ts';
import { finish, type Steps } from '../steps.ts';
import type { LineMask } from './pixel-prices.ts';

export interface RefineBandOptions {
  /** Median width of the page's lines, px. The band reaches max(3, 1.5 line widths) to both sides. */
  readonly lineWidth: number;
  /** Pixels of hard strokes, which keep their label: `Fixed.NONE`, `BACKGROUND` or `SUBJECT`, page size. */
  readonly fixed?: Uint8Array;
  /** Keeps the border from being drawn to the dots of a tone. Absent: all that is dark is a line. */
  readonly line?: LineMask;
}

/** Strips over the seams of tiles must be narrower than half a tile. */
const MAX_RADIUS = 24;
/** Least px that a strip reaches to both sides of its seam. */
const MIN_HALF_STRIP = 32;

let solver: GridSolver | undefined;

/**
 * Moves the border of a labelling to the lines, in a narrow band on both sides of it: the cheapest cut
 * there at full resolution, with the band's rims fixed.
 *
 * The outcome is a function of the page, `coarse` and the options alone: if `refined` was up to date
 * before `coarse` or `fixed` changed inside `dirty`, it is afterwards what refining the whole page would
 * give.
 *
 * @param coarse labels at page size from the regions: 1 subject, 0 background
 * @param refined the refined labels, brought up to date in place; another array than `coarse`
 * @param dirty where `coarse` or `fixed` changed, also beyond the page; the whole page at first
 * @returns what changed in `refined`; without pixels where nothing did
 */
export function refineBand(
  grey: GreyPlane,
  coarse: Uint8Array,
  refined: Uint8Array,
  dirty: PixelRect,
  options: RefineBandOptions,
): PixelRect {
  return finish(refineBandSteps(grey, coarse, refined, dirty, options));
}

/**
 * {@link refineBand} for a driver that may stop it: yields after each of its cuts.
 * `refined` is written at the very end, so nothing has happened where it is not driven to there; `coarse`
 * and `fixed` are read before the first yield.
 */
export function* refineBandSteps(
  grey: GreyPlane,
  coarse: Uint8Array,
  refined: Uint8Array,
  dirty: PixelRect,
  options: RefineBandOptions,
): Steps<PixelRect> {
  const { lineWidth, fixed, line } = options;
  const page = { x: 0, y: 0, width: grey.width, height: grey.height };
  const inside = grown(dirty, 0, page);
  if (inside.width === 0 || inside.height === 0) return { x: 0, y: 0, width: 0, height: 0 };

  const radius = Math.min(MAX_RADIUS, Math.max(3, Math.ceil(1.5 * lineWidth)));
  const thin = Math.max(2, Math.floor(lineWidth / 2));
  const changed = tilesTouching(page, grown(inside, radius + 2, page));
  const steps = bandSteps(page, changed, Math.max(MIN_HALF_STRIP, 2 * radius));
  const around = areaOfTiles(page, tilesTouching(page, areaOfTiles(page, changed), 1));
  const plane = bandPlane(grown(around, radius + 2, page), coarse, grey.width, fixed);
  const marked = [...tilesOf(around)].filter((tile) => markBand(plane, tile, radius, thin));
  const own = (solver ??= new GridSolver());
  yield 0;
  const cuts = [steps.tiles, steps.verticalSeams, steps.horizontalSeams, steps.squares];
  for (const [step, rects] of cuts.entries()) {
    if (rects === steps.squares) for (const rect of steps.known) recall(plane, rect, refined, grey.width);
    for (const [n, rect] of rects.entries()) {
      if (!marked.some((tile) => overlap(tile, rect))) continue;
      cutBand(own, plane, rect, grey, lineWidth, line);
      yield (step + n / rects.length) / cuts.length;
    }
  }
  return store(plane, steps.outcome, refined, grey.width);
}

/** The tiles of an area that begins with one. */
function* tilesOf(area: PixelRect): Generator<PixelRect> {
  for (let y = area.y; y < area.y + area.height; y += TILE)
    for (let x = area.x; x < area.x + area.width; x += TILE)
      yield grown({ x, y, width: TILE, height: TILE }, 0, area);
}

function overlap(a: PixelRect, b: PixelRect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Takes labels that were known before into the plane. */
function recall(plane: BandPlane, rect: PixelRect, refined: Uint8Array, width: number): void {
  for (let y = rect.y; y < rect.y + rect.height; y++) {
    for (let x = rect.x; x < rect.x + rect.width; x++) {
      const i = (y - plane.rect.y) * plane.rect.width + x - plane.rect.x;
      plane.data[i] = (plane.data[i]! & ~Band.LABEL) | (refined[y * width + x] ? Band.LABEL : 0);
    }
  }
}

/** Writes the plane's labels; returns where they are new. */
function store(plane: BandPlane, rect: PixelRect, refined: Uint8Array, width: number): PixelRect {
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let y = rect.y; y < rect.y + rect.height; y++) {
    const row = (y - plane.rect.y) * plane.rect.width - plane.rect.x;
    for (let x = rect.x; x < rect.x + rect.width; x++) {
      const label = plane.data[row + x]! & Band.LABEL;
      if (refined[y * width + x] === label) continue;
      refined[y * width + x] = label;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return bottom < 0
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
