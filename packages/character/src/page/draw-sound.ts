import { rotate, type Point } from '../geometry/point.ts';
import { randomStream, type RandomStream } from '../random/random-stream.ts';
import { letterLine, lineWidth } from './lettering/letter-line.ts';
import type { PageItem, PlacedSound } from './page.ts';
import type { Ground } from './page-plan.ts';

/** Big drawn letters: white with a black edge on busy and dark grounds, else black with a white edge. */
export function soundItem(sound: PlacedSound, ground: Ground, random: RandomStream): PageItem {
  const { text, box, size, turn, panel } = sound;
  const centre: Point = [box.x + box.width / 2, box.y + box.height / 2];
  const start: Point = [centre[0] - lineWidth(text, size) / 2, centre[1] - size / 2];
  const seed = random.whole(0, 1e9);
  // Every pass has to draw the same letters.
  const letters = (pen: number): string =>
    letterLine(
      text,
      start,
      { size, pen, slant: 0.14, bend: (point) => rotate(point, centre, turn) },
      randomStream(seed, text),
    );
  const pen = size * 0.2;
  const open = ground !== 'blank' && ground !== 'speed' && ground !== 'tone';
  return {
    kind: 'sound',
    panel,
    subject: null,
    clip: null,
    place: null,
    shapes: open
      ? [
          { fill: 'white', path: letters(pen + size * 0.24) },
          { fill: 'black', path: letters(pen + size * 0.12) },
          { fill: 'white', path: letters(pen * 0.92) },
        ]
      : [
          { fill: 'white', path: letters(pen + size * 0.17) },
          { fill: 'black', path: letters(pen) },
        ],
  };
}
