import { pageBackground } from '../frames/page-background.ts';
import type { PageReading } from '../page/read-page.ts';
import { workPlanes } from '../page/work-planes.ts';
import type { PreparedPage, PreparePageOptions } from '../page/prepared-page.ts';
import { closeGaps } from '../gaps/close-gaps.ts';
import { colourEdges } from '../page/colour-edges.ts';
import { inRows, part, type Steps } from '../steps.ts';
import { priceEdges } from './price-edges.ts';
import { floodLevels } from './flood-levels.ts';
import { padded } from './padded.ts';
import { regionFeatures } from './region-features.ts';
import { regionGraph } from './region-graph.ts';
import { LINE_PRICE, PAPER_PRICE } from './region-map.ts';
import { splitCells } from './split-cells.ts';
import { FAR, SIDE, twoSidedDistance } from './two-sided-distance.ts';

/** Distances to lines that are told apart, thirds of a work px: from 170 px on all is equally open. */
const PAPER_LEVELS = 511;
/** Likewise depths within lines, sixths of a work px. */
const LINE_LEVELS = 400;
/** Depth to which basins merge where they meet, thirds of a work px. */
const DYNAMICS = SIDE;
/** Price of a side on an edge between two colours, before it is discounted for their difference. */
const EDGE_PRICE = 12;
/** Ink deeper than this many line widths from paper is a solid black, an area and not a line. */
const SOLID = 1.25;
/** Default side of cells, work px. */
const CELL = 16;
/** Gaps up to twice this wide do not let the page's margin into a panel, page px. */
const CLEARANCE = 5;

/** Cuts a page into regions along its lines. */
export function* buildRegions(
  reading: PageReading,
  options: PreparePageOptions = {},
): Generator<number, PreparedPage, undefined> {
  const { grey, lineWidth, colour } = reading;
  const scale = options.scale ?? scaleFor(reading);
  const planes = yield* part(workPlanes(reading, scale), 0, 0.15);
  const { width, height, line } = planes;
  const wide = width + 2;
  const high = height + 2;
  if (options.closeGaps) yield* part(closeGaps(line, width, height, options.closeGaps / scale), 0.15, 0.15);
  const edged = planes.colours
    ? yield* part(colourEdges(planes.colours, line, width, height), 0.15, 0.2)
    : undefined;
  const barrier = padded(edged ? line.map((value, i) => value | edged[i]!) : line, width, height);
  const distance = new Uint16Array(barrier.length);
  yield* part(twoSidedDistance(barrier, wide, high, distance), 0.15, 0.25);
  if (openSolids(barrier, distance, SIDE * Math.max(2, (SOLID * lineWidth) / scale)))
    yield* part(twoSidedDistance(barrier, wide, high, distance), 0.25, 0.35);
  const areas = { distance, barrier, shade: planes.shade };
  const margin = yield* part(pageBackground(areas, width, height, CLEARANCE / scale), 0.35, 0.45);
  yield* part(toLevels(barrier, distance, planes.shade, width), 0.45, 0.5);
  const range = PAPER_LEVELS + LINE_LEVELS + 1;
  const flooding = floodLevels(distance, wide, high, { range, dynamics: DYNAMICS, shut: PAPER_LEVELS });
  const basins = yield* part(flooding, 0.5, 0.75);
  const { labels, count, area } = yield* part(
    splitCells(basins, width, height, options.cells ?? CELL),
    0.75,
    0.8,
  );
  const own = unpadded(barrier, width, height);
  const prices = own.map((isBarrier, i) =>
    isBarrier === 0 ? 1 + PAPER_PRICE : edged?.[i] === 1 ? EDGE_PRICE : LINE_PRICE,
  );
  const edges = yield* part(regionGraph(labels, prices, width, height, count), 0.8, 0.9);
  const features = yield* part(regionFeatures(planes, own, labels, count), 0.9, 1);
  priceEdges(edges, features, colour);
  const background = new Uint32Array(count);
  for (let i = 0; i < margin.length; i++) background[labels[i]!]! += margin[i]!;
  const regions = { width, height, scale, labels, count, area, edges, features, background };
  return { width: grey.width, height: grey.height, regions, grey, line, lineWidth, colour };
}

/** Work pixels up to which a page is worked on at its own size. */
const BUDGET = 2e6;
/** Narrowest line that the work can do with, work px. */
const NARROWEST = 1.4;

function scaleFor({ grey, lineWidth }: PageReading): 1 | 2 | 4 {
  const pixels = grey.width * grey.height;
  if (pixels <= BUDGET || lineWidth < 2 * NARROWEST) return 1;
  return pixels <= 4 * BUDGET || lineWidth < 4 * NARROWEST ? 2 : 4;
}

/**
 * Takes the middles of solid blacks out of the barrier, so that they are areas with a line around them.
 * @returns whether there are any
 */
function openSolids(barrier: Uint8Array, distance: Uint16Array, rim: number): boolean {
  let found = false;
  for (let i = 0; i < barrier.length; i++)
    if (barrier[i] === 1 && distance[i]! > rim && distance[i] !== FAR) {
      barrier[i] = 0;
      found = true;
    }
  return found;
}

/**
 * Turns distances into levels for the flood: open places first, then up to the lines, then to the ridges of the
 * lines. How dark a pixel is tells how much of it the line covers, which places the ridge more finely than pixels do.
 */
function* toLevels(
  barrier: Uint8Array,
  distance: Uint16Array,
  shade: Uint8Array,
  width: number,
): Steps<void> {
  yield* inRows(width, shade.length / width, (first, end) => {
    for (let y = first; y < end; y++)
      for (let i = y * width, at = (y + 1) * (width + 2) + 1; i < (y + 1) * width; i++, at++)
        distance[at] =
          barrier[at] === 0
            ? PAPER_LEVELS - Math.min(PAPER_LEVELS, distance[at]!)
            : PAPER_LEVELS + Math.min(LINE_LEVELS, 2 * distance[at]! + ((6 * (255 - shade[i]!)) >> 8));
  });
}

function unpadded(plane: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (y + 1) * (width + 2) + 1;
    out.set(plane.subarray(from, from + width), y * width);
  }
  return out;
}
