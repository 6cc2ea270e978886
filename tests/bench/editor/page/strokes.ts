import { TILE, tilesMeeting, tileX, tileY } from '@koma/core/raster';
import type { PointerSample } from '../../../../apps/editor/src/lib/raster/protocol.ts';
import { seededRandom } from './random.ts';

/** Places that a pen reports in a second. */
const RATE = 240;
/** Places that come with one pointer event, coalesced, at 60 frames a second. */
export const PER_EVENT = RATE / 60;

/**
 * A wavy line as a quick hand draws it, the pen reporting its place 240 times a second.
 * @param points how many places
 * @param x, y where it starts, pixels of the document
 * @param angle radians, its direction at the start
 * @param speed pixels from one place to the next
 */
export function penLine(points: number, x: number, y: number, angle: number, speed: number): PointerSample[] {
  const samples: PointerSample[] = [];
  for (let i = 0; i < points; i++) {
    samples.push({ x, y, pressure: 1, time: (i * 1000) / RATE });
    const direction = angle + Math.sin(i / 60) * 0.8;
    x += Math.cos(direction) * speed;
    y += Math.sin(direction) * speed;
  }
  return samples;
}

/** Strokes of different lengths all over a page, as in shading it. */
export function shading(count: number, width: number, height: number, seed: number): PointerSample[][] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const [x, y] = [random() * width, random() * height];
    return penLine(Math.round(20 + random() * 100), x, y, random() * 2 * Math.PI, 1 + random() * 4);
  });
}

/** Cuts a stroke into what the page sends at a time. */
export function eventsOf(samples: readonly PointerSample[]): PointerSample[][] {
  const events: PointerSample[][] = [];
  for (let i = 0; i < samples.length; i += PER_EVENT) events.push(samples.slice(i, i + PER_EVENT));
  return events;
}

/** A pixel is touched if the brush meets its square, so its centre may be this much farther away. */
const REACH = Math.SQRT1_2;

/**
 * The tiles that a round brush meets on its way from place to place.
 * @param samples no farther apart than a pixel or a few
 * @param radius pixels
 * @returns keys
 */
export function tilesReached(samples: readonly PointerSample[], radius: number): Set<number> {
  const keys = new Set<number>();
  for (const { x, y } of samples) {
    const reach = radius + REACH;
    const around = { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
    for (const key of tilesMeeting(around)) {
      const [left, top] = [tileX(key) * TILE, tileY(key) * TILE];
      const dx = x - Math.max(left, Math.min(x, left + TILE));
      const dy = y - Math.max(top, Math.min(y, top + TILE));
      if (Math.hypot(dx, dy) < reach) keys.add(key);
    }
  }
  return keys;
}
