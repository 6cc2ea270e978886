import type { Coverage } from './coverage.ts';
import { linePlaces } from './places.ts';
import { rayInside } from './ray-inside.ts';
import { lineOutline } from './tapered-line.ts';

/** What parallel lines look like; lengths are pixels. */
export interface ParallelOptions {
  /** Degrees anticlockwise from left-to-right: where the lines run. */
  readonly angle: number;
  /** Where they begin: behind, ahead, at both sides, or anywhere, thin at both ends. */
  readonly from: 'behind' | 'ahead' | 'both' | 'anywhere';
  readonly count: number;
  /** Of a line where it is widest; lines differ. */
  readonly width: number;
  readonly taper: number;
  /** 0-1 of the way across the picture that a line may have. */
  readonly reach: number;
  /** 0-1: how much shorter lines may be. */
  readonly ragged: number;
  /** 0-1: see {@link linePlaces}. */
  readonly jitter: number;
  readonly gaps: number;
}

/** Draws lines that all run the same way. */
export function drawParallelLines(coverage: Coverage, options: ParallelOptions, random: () => number): void {
  const { width, height } = coverage;
  const radians = (options.angle * Math.PI) / 180;
  const along = [Math.cos(radians), -Math.sin(radians)] as const;
  const across = [-along[1], along[0]] as const;
  // Half of the picture's extent along and across.
  const depth = (Math.abs(along[0]) * width + Math.abs(along[1]) * height) / 2;
  const spread = (Math.abs(across[0]) * width + Math.abs(across[1]) * height) / 2;
  for (const place of linePlaces(options.count, options.jitter, options.gaps, random)) {
    const side = (2 * place - 1) * spread;
    const length = 2 * depth * options.reach * (1 - options.ragged * random());
    const wide = options.width * (0.35 + 0.65 * random());
    const point = (t: number): readonly [number, number] => [
      width / 2 + along[0] * t + across[0] * side,
      height / 2 + along[1] * t + across[1] * side,
    ];
    const chord = rayInside(point(0), along, width, height);
    if (!chord) continue;
    const [thinEnd, wideEnd] = endsOf(options.from, chord, length, wide, random);
    const [fromX, fromY] = point(thinEnd);
    const [toX, toY] = point(wideEnd);
    const thin = options.from === 'anywhere' ? 'both' : 'from';
    coverage.add(lineOutline({ fromX, fromY, toX, toY, width: wide, taper: options.taper, thin }));
  }
}

/** The thin and the wide end of a line along its way. @param chord where the way enters and leaves the picture */
function endsOf(
  from: ParallelOptions['from'],
  [enter, leave]: readonly [number, number],
  length: number,
  wide: number,
  random: () => number,
): readonly [number, number] {
  if (from === 'anywhere') {
    // Some begin before the picture or end behind it.
    const start = enter - length / 2 + (leave - enter) * random();
    return [start, start + length];
  }
  const behind = from === 'behind' || (from === 'both' && random() < 0.5);
  // Blunt ends lie a little outside, at lines that run aslant too.
  return behind ? [enter + length, enter - 2 * wide] : [leave - length, leave + 2 * wide];
}
