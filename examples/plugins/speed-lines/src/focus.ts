import type { Coverage } from './coverage.ts';
import { linePlaces } from './places.ts';
import { rayInside } from './ray-inside.ts';
import { lineOutline } from './tapered-line.ts';

/** What focus lines look like; lengths are pixels. */
export interface FocusOptions {
  readonly centreX: number;
  readonly centreY: number;
  /** Half axes of the oval that stays clear. */
  readonly clearX: number;
  readonly clearY: number;
  /** Lines, or spikes of a flash, all around. */
  readonly count: number;
  /** Of a line where it leaves the picture; lines differ. */
  readonly width: number;
  /** See `TaperedLine`. */
  readonly taper: number;
  /** 0-1: how far lines may begin beyond the oval. */
  readonly ragged: number;
  /** 0-1: see {@link linePlaces}. */
  readonly jitter: number;
  readonly gaps: number;
}

/** Draws lines that run from around a centre to the picture's edge. */
export function drawFocusLines(coverage: Coverage, options: FocusOptions, random: () => number): void {
  const { centreX, centreY, width, taper, ragged } = options;
  for (const place of linePlaces(options.count, options.jitter, options.gaps, random)) {
    const angle = place * 2 * Math.PI;
    const begin = clearRadius(options, angle) * (1 + ragged * random());
    const wide = width * (0.35 + 0.65 * random());
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const inside = rayInside([centreX, centreY], [cos, sin], coverage.width, coverage.height);
    const end = inside?.[1] ?? 0;
    if (end <= begin) continue;
    // A little beyond the edge, so that the line's blunt end is not seen.
    const far = end + wide;
    coverage.add(
      lineOutline({
        fromX: centreX + cos * begin,
        fromY: centreY + sin * begin,
        toX: centreX + cos * far,
        toY: centreY + sin * far,
        width: wide,
        taper,
        thin: 'from',
      }),
    );
  }
}

/** Fills everything around a star of spikes: the flash behind a shout. */
export function drawFlash(coverage: Coverage, options: FocusOptions, random: () => number): void {
  const { width, height } = coverage;
  coverage.add([-1, -1, -1, height + 1, width + 1, height + 1, width + 1, -1]);
  const star: number[] = [];
  const places = linePlaces(options.count, options.jitter, 0, random);
  for (const [i, place] of places.entries()) {
    const next = places[i + 1] ?? places[0]! + 1;
    // The filling's spikes point inwards and end at the oval, or before it; between them the white runs outwards.
    const inner = place * 2 * Math.PI;
    const outer = (place + next) * Math.PI;
    const near = clearRadius(options, inner) * (1 + options.ragged * 0.3 * random());
    const far = clearRadius(options, outer) * (1 + options.ragged * (0.4 + 0.6 * random()));
    star.push(options.centreX + Math.cos(inner) * near, options.centreY + Math.sin(inner) * near);
    star.push(options.centreX + Math.cos(outer) * far, options.centreY + Math.sin(outer) * far);
  }
  coverage.add(star);
}

function clearRadius({ clearX, clearY }: FocusOptions, angle: number): number {
  const a = Math.max(1e-6, clearX);
  const b = Math.max(1e-6, clearY);
  return 1 / Math.hypot(Math.cos(angle) / a, Math.sin(angle) / b);
}
