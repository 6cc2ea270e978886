import type { RegionMap } from '@koma/lineart';
import type { PaintPlane } from '../strokes/paint-plane.ts';
import { dividedEdges } from './divided-edges.ts';
import { boundsOf, type RegionBounds } from './region-bounds.ts';
import { splitRegion, type RegionWindow } from './split-region.ts';

/** A region map some of whose regions are in pieces. */
export interface DividedMap extends Pick<
  RegionMap,
  'width' | 'height' | 'scale' | 'labels' | 'count' | 'background'
> {
  readonly edges: Omit<RegionMap['edges'], 'length'>;
  /** The region of the undivided map that each one is a piece of; its first piece keeps its number. */
  readonly parent: Uint32Array;
  /** 1 for work pixels of borders drawn by hand. */
  readonly wall: Uint8Array;
}

/** What the strokes say of a page when it is divided. */
export interface Division {
  /** Regions in which strokes of several labels are: each pixel goes to the nearest of them. */
  readonly contested: ReadonlySet<number>;
  /** Regions through which borders go that were drawn by hand. */
  readonly crossed: ReadonlySet<number>;
  /** Label of each stroke by its number that counts in contested regions, else -1. */
  readonly seeds: Int16Array;
  /** By the stroke's number: 1 for borders drawn by hand. */
  readonly isBorder: Uint8Array;
}

/** Divides regions where strokes ask for it. */
export function subdivide(
  regions: RegionMap,
  bounds: RegionBounds,
  paint: PaintPlane,
  division: Division,
): DividedMap {
  const { width, height, scale } = regions;
  const labels = new Uint32Array(regions.labels);
  const wall = new Uint8Array(labels.length);
  const parent = Array.from({ length: regions.count }, (_, region) => region);
  const area: number[] = Array.from(regions.area);
  const affected = new Set([...division.contested, ...division.crossed]);
  for (const region of affected) {
    const { left, top } = boundsOf(bounds, region);
    const window = windowOf(regions, bounds, region, paint, division);
    const { of, count } = splitRegion(window);
    const first = parent.length - 1;
    for (let piece = 1; piece < count; piece++) parent.push(region);
    for (let y = 0, i = 0; y < window.height; y++)
      for (let x = 0, at = (top + y) * width + left; x < window.width; x++, i++, at++) {
        if (window.inside[i] === 0) continue;
        if (window.wall[i] === 1) wall[at] = 1;
        if (of[i] === 0) continue;
        const number = first + of[i]!;
        labels[at] = number;
        area[number] = (area[number] ?? 0) + 1;
        area[region]!--;
      }
  }
  const background = Uint32Array.from(parent, (region, piece) =>
    Math.round((regions.background[region]! * area[piece]!) / regions.area[region]!),
  );
  const edges = dividedEdges(regions, bounds, { labels, parent, affected, wall });
  const count = parent.length;
  return { width, height, scale, labels, count, background, edges, parent: Uint32Array.from(parent), wall };
}

function windowOf(
  { labels, width, scale }: RegionMap,
  bounds: RegionBounds,
  region: number,
  { paint, ...page }: PaintPlane,
  { contested, seeds, isBorder }: Division,
): RegionWindow {
  const { left, top, right, bottom } = boundsOf(bounds, region);
  const size = { width: right - left, height: bottom - top };
  const inside = new Uint8Array(size.width * size.height);
  const wall = new Uint8Array(inside.length);
  const found = contested.has(region) ? new Int16Array(inside.length).fill(-1) : undefined;
  const half = scale >> 1;
  for (let y = top, i = 0; y < bottom; y++)
    for (let x = left; x < right; x++, i++) {
      if (labels[y * width + x] !== region) continue;
      inside[i] = 1;
      const endX = Math.min(page.width, (x + 1) * scale);
      const endY = Math.min(page.height, (y + 1) * scale);
      // A work pixel is wall where any of its page pixels is: no gap shall open by reduction.
      for (let py = y * scale; py < endY; py++)
        for (let px = x * scale; px < endX; px++)
          if (isBorder[paint[py * page.width + px]!] === 1) wall[i] = 1;
      if (!found) continue;
      const middle = Math.min(page.height - 1, y * scale + half) * page.width;
      found[i] = seeds[paint[middle + Math.min(page.width - 1, x * scale + half)]!]!;
    }
  return { ...size, inside, wall, seeds: found };
}
