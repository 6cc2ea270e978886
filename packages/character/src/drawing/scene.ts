import type { Character } from '../parameters/catalogue.ts';
import type { Point } from '../geometry/point.ts';
import { randomStream, type RandomStream } from '../random/random-stream.ts';
import type { PartName } from './drawing.ts';
import { Sheet, type Pen } from './sheet.ts';

/**
 * What everyone who draws needs to know. World units: the skull of a teenager is about 200 high; the
 * origin is the pit of the neck, x to the right of the picture, y down.
 */
export interface Scene {
  readonly character: Character;
  /** Drawing units a world unit. */
  readonly scale: number;
  /** World to drawing units. */
  place(point: Point): Point;
  /** Where the light comes from: -1 the picture's left, 1 its right. Shadows lie on the other side. */
  readonly light: -1 | 1;
  readonly pen: Pen;
  /** A new part to draw on. */
  sheet(name: PartName, depth: number, side?: 'left' | 'right'): Sheet;
  /** Random numbers for a purpose, repeatable. */
  random(purpose: string): RandomStream;
}

/** A scene seen through a camera: `scale` drawing units a world unit, the world's origin at `origin`. */
export function createScene(character: Character, scale: number, origin: Point): Scene {
  // Lines do not shrink as fast as figures do: small figures are drawn with a relatively thicker pen.
  const pen = {
    width: 4.2 * character.lineWeight * Math.max(scale, 0.35) ** 0.75 * (1 - character.year * 0.1),
    taper: character.lineTaper,
  };
  return {
    character,
    scale,
    light: character.light === 'left' ? -1 : 1,
    pen,
    place: ([x, y]) => [origin[0] + x * scale, origin[1] + y * scale],
    sheet: (name, depth, side) => new Sheet(pen, name, depth, side),
    random: (purpose) => randomStream(character.seed, purpose),
  };
}
