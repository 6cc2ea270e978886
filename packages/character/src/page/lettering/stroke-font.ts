import { spline } from '../../geometry/curve.ts';
import { mix, type Point } from '../../geometry/point.ts';

/** One letter: its strokes on a grid where capitals are 10 high, y down, baseline at 10. */
export interface Glyph {
  /** Advance without letter spacing, in grid units. */
  readonly width: number;
  /** Centre lines, fine enough to be inked. */
  readonly strokes: readonly (readonly Point[])[];
  /** Centres of round points. */
  readonly dots: readonly Point[];
}

/**
 * The letters: strokes are straight (L) or smooth (S) through the points, and D is a round point. Drawn for
 * this project after the way comics are lettered by hand: capitals only, no serifs but for the lone I.
 */
const drawn: Readonly<Record<string, string>> = {
  A: '8 L0,10;4,0 L4,0;8,10 L1.5,6.7;6.6,6.5',
  B: '7 L.6,0;.6,10 S.6,.2;4.4,.2;6,2.3;4.4,4.6;.8,4.8 S.8,4.8;5.2,4.9;6.9,7.3;5,9.7;.6,9.9',
  C: '7.2 S7,1.8;4.6,.1;1.6,1.4;.3,5;1.5,8.7;4.4,10;7.2,8.4',
  D: '7.4 L.6,0;.6,10 S.6,.1;4,.4;7,2.9;7,7;4,9.5;.6,9.9',
  E: '6.4 L.8,0;.8,10 L.8,.2;6.2,0 L.8,4.9;5.4,4.7 L.8,9.9;6.4,9.8',
  F: '6.2 L.8,0;.8,10 L.8,.2;6.2,0 L.8,4.9;5.4,4.7',
  G: '7.6 S7,1.8;4.6,.1;1.6,1.4;.3,5;1.5,8.7;4.4,10;6.6,9;7.3,7;7.3,5.5 L4.5,5.6;7.5,5.5',
  H: '7.4 L.5,0;.5,10 L7,0;7,10 L.5,5;7,4.8',
  I: '1.6 L.8,0;.8,10',
  J: '5.4 S5,0;5,4;4.8,7.8;3.2,9.9;1,9.4;.2,7.6',
  K: '7 L.6,0;.6,10 L6.6,0;.8,5.6 L2.4,4.4;7,10',
  L: '6 L.7,0;.7,10 L.7,9.9;6,9.8',
  M: '9.2 L.2,10;1.4,0 L1.4,0;4.6,7.4 L4.6,7.4;7.8,0 L7.8,0;9,10',
  N: '7.4 L.6,10;.6,0 L.6,0;7,10 L7,10;7,0',
  O: '8 S4.2,0;1.3,1.4;.1,5;1.2,8.6;4,10;6.9,8.6;8,5;6.9,1.4;3.8,0',
  P: '6.8 L.6,0;.6,10 S.6,.2;4.8,.2;6.7,2.7;4.8,5.2;.8,5.5',
  Q: '8.2 S4.2,0;1.3,1.4;.1,5;1.2,8.6;4,10;6.9,8.6;8,5;6.9,1.4;3.8,0 L4.8,7.2;8.2,10.8',
  R: '7 L.6,0;.6,10 S.6,.2;4.8,.2;6.7,2.7;4.8,5.1;.8,5.4 L3.3,5.3;7,10',
  S: '6.6 S6.2,1.6;4,.05;1.3,.7;.6,2.6;2.2,4.4;4.6,5.4;6.3,7.3;5.3,9.4;3,10;.2,8.6',
  T: '7.6 L0,.1;7.6,0 L3.8,0;3.8,10',
  U: '7.4 S.5,0;.5,5;1,8.5;3.7,10;6.4,8.5;7,5;7,0',
  V: '7.6 L0,0;3.8,10 L3.8,10;7.6,0',
  W: '10 L0,0;2.4,10 L2.4,10;5,2.4 L5,2.4;7.6,10 L7.6,10;10,0',
  X: '7.4 L.3,0;7.2,10 L7,0;.2,10',
  Y: '7.4 L0,0;3.6,4.9 L7.4,0;3.6,4.9 L3.6,4.9;3.5,10',
  Z: '7 L.4,.1;6.8,0 L6.8,0;.2,9.9 L.2,9.9;7,9.8',
  '0': '6.6 S3.4,0;1,1.6;.2,5;1,8.4;3.3,10;5.7,8.4;6.5,5;5.7,1.6;3.1,0',
  '1': '3 L.2,2;2,0 L2,0;2,10',
  '2': '6.4 S.4,2.4;1.6,.3;4.2,.2;5.8,2.2;4.8,5;.3,9.8 L.3,9.8;6.4,9.8',
  '3': '6.4 S.4,1.6;2.4,.1;5,.8;5.2,3.4;2.6,4.7 S2.6,4.7;5.6,5.4;6,8;3.4,10;.2,8.8',
  '4': '6.8 L4.8,10;4.8,0 L4.8,0;.2,6.9 L.2,6.9;6.6,6.8',
  '5': '6.4 L5.8,.1;1,.2 L1,.2;.7,4.4 S.7,4.4;3.4,3.6;6,5.4;5.6,8.8;2.8,10;.2,8.8',
  '6': '6.4 S5.6,.4;2.4,1.8;.4,5.8;1,9;3.4,10;5.9,8.4;5.2,5.6;2.8,5;.6,6.6',
  '7': '6.4 L.2,.2;6.2,.1 L6.2,.1;2.2,10',
  '8': '6.4 S3.2,4.6;1,3.2;1.4,.8;3.4,.1;5.3,1;5.2,3.2;3.2,4.6;.7,6.4;.6,8.8;3.2,10;5.8,8.8;5.7,6.4;3.2,4.6',
  '9': '6.4 S5.9,3.6;4,5.2;1.2,4.6;.5,2.4;2,.3;4.6,.4;6,2.8;5.4,7;3.4,10',
  '!': '2 L1.1,0;.9,6.7 D.9,9.3',
  '?': '6 S.2,2.2;1.6,.2;4.2,.1;5.8,2;4.6,4.3;3,5.4;2.9,7 D2.8,9.4',
  '.': '1.8 D.8,9.3',
  ',': '2 L1.1,8.9;.3,11.6',
  "'": '1.6 L.9,0;.6,2.6',
  '"': '3.4 L.8,0;.6,2.6 L2.8,0;2.6,2.6',
  '-': '4.6 L.4,5.3;4.4,5.1',
  '~': '7 S0,5.8;1.6,4.4;3.4,5.2;5.2,6;7,4.6',
  ':': '1.8 D.8,3.4 D.8,8.4',
  '♥': '8.6 S4.3,3;3,.9;.9,1.2;.3,3.6;1.6,6.4;4.3,9.8 S4.3,9.8;7,6.4;8.3,3.6;7.7,1.2;5.6,.9;4.3,3',
  '♪': '6.4 L3.4,8.8;3.4,.2 S3.4,.2;4.2,2.2;6.2,2.9;6,5 D2,9 D2.7,8.8',
};

/** The pronoun: with serifs, as letterers write it. */
const pronounI = '4.6 L2.3,0;2.3,10 L.2,.1;4.5,0 L.1,10;4.4,9.9';

const glyphs = new Map<string, Glyph>();

/**
 * The glyph of a character; undefined for a space and for what the font lacks.
 *
 * @param alone Whether the character is a word of its own.
 */
export function glyphOf(character: string, alone = false): Glyph | undefined {
  const key = character === 'I' && alone ? 'lone I' : character;
  const known = glyphs.get(key);
  if (known !== undefined) return known;
  const text = key === 'lone I' ? pronounI : drawn[character];
  if (text === undefined) return undefined;
  const glyph = parseGlyph(text);
  glyphs.set(key, glyph);
  return glyph;
}

/** Whether every character of a text can be lettered. */
export function canLetter(text: string): boolean {
  return [...text].every((character) => character === ' ' || drawn[character] !== undefined);
}

function parseGlyph(text: string): Glyph {
  const [width = '0', ...marks] = text.split(' ');
  const strokes: Point[][] = [];
  const dots: Point[] = [];
  for (const mark of marks) {
    const points = mark
      .slice(1)
      .split(';')
      .map((pair): Point => {
        const [x = 0, y = 0] = pair.split(',').map(Number);
        return [x, y];
      });
    if (mark.startsWith('D')) dots.push(...points);
    else if (mark.startsWith('S')) strokes.push(spline(points, 3));
    else {
      const [a = [0, 0], b = [0, 0]] = points;
      strokes.push([0, 0.33, 0.67, 1].map((t) => mix(a as Point, b as Point, t)));
    }
  }
  return { width: Number(width), strokes, dots };
}
