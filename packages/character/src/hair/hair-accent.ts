import type { Sheet } from '../drawing/sheet.ts';
import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';
import type { Character } from '../parameters/catalogue.ts';
import { inLock, strand, type Lock } from './lock.ts';

/** The material of hair that lies beneath: the inner side of the mane may have a colour of its own. */
export function innerMaterial(character: Character): Material {
  return character.hairAccent === 'inner' ? 'hairAccent' : 'hair';
}

/** Where along a lock or sheaf coloured tips begin (0 root, 1 tip); undefined where tips are not coloured. */
export function accentFrom(character: Character): number | undefined {
  return character.hairAccent === 'tips' ? 0.7 : undefined;
}

/**
 * The material of a tuft of the fringe: one tuft, over the eye that the light falls on, is the streak.
 *
 * @param azimuths The azimuths (degrees) of all tufts' middles; `index` is one of them.
 */
export function tuftMaterial(character: Character, azimuths: readonly number[], index: number): Material {
  if (character.hairAccent !== 'streak') return 'hair';
  const goal = character.light === 'left' ? -26 : 26;
  const distances = azimuths.map((azimuth) => Math.abs(azimuth - goal));
  return distances.indexOf(Math.min(...distances)) === index ? 'hairAccent' : 'hair';
}

/**
 * Colours the end of a lock from `from` (0 root, 1 tip) on; to be called after {@link drawLock} has drawn the
 * lock, whose edge lines it leaves alone. Does nothing where `from` is undefined or not below 1.
 *
 * @param dark The edge that lies in shadow: -1 left, 1 right, 0 none.
 */
export function drawAccentTip(
  sheet: Sheet,
  lock: Lock,
  from: number | undefined,
  dark: -1 | 0 | 1 = 0,
): void {
  if (from === undefined || from >= 1) return;
  const left = strand(lock, 0, from, 1, 7);
  const right = strand(lock, 1, 1, from, 7);
  const jag: Point[] = [
    inLock(lock, 1, from),
    inLock(lock, 0.7, from - 0.07),
    inLock(lock, 0.4, from + 0.03),
    inLock(lock, 0, from),
  ];
  sheet.flat('hairAccent', outline(left, right, jag));
  if (dark === 0) return;
  const edge = dark === 1 ? 1 : 0;
  const inner = [1, 0.85, 0.6, 0.3, 0].map((t) =>
    inLock(lock, edge + (0.5 - edge) * 0.7 * t, from + (1 - from) * t),
  );
  sheet.shade('hairAccent', outline(strand(lock, edge, from, 1, 6), inner));
}
