import { spline } from '../geometry/curve.ts';
import { ink } from '../geometry/ink.ts';
import type { Point } from '../geometry/point.ts';
import { randomStream, type RandomStream } from '../random/random-stream.ts';
import { balloonOutline, balloonTail, roundness, superellipse } from './balloon-outline.ts';
import { letterLine, lineWidth } from './lettering/letter-line.ts';
import type { PageItem, PageShape, PlacedBalloon } from './page.ts';
import { LINE_SPACING } from './size-balloon.ts';

/** The balloon and its lettering. */
export function balloonItems(balloon: PlacedBalloon, index: number, seed: number): PageItem[] {
  const { panel } = balloon;
  const item = { panel, subject: index, clip: null, place: null } as const;
  return [
    {
      ...item,
      kind: 'balloon',
      shapes: balloonShapes(balloon, () => randomStream(seed, `balloon ${index}`)),
    },
    {
      ...item,
      kind: 'lettering',
      shapes: [{ fill: 'line', path: lettering(balloon, randomStream(seed, `text ${index}`)) }],
    },
  ];
}

function balloonShapes(
  { style, centre, radius, tail }: PlacedBalloon,
  random: () => RandomStream,
): PageShape[] {
  const pen = style === 'shout' ? 4.4 : style === 'whisper' ? 0 : 3;
  const tailPath = (by: number): string =>
    tail === null || style === 'whisper' ? '' : balloonTail(style, centre, radius, tail, by);
  const shapes: PageShape[] = [];
  // The line is what a larger outline shows around a smaller one, so that the tail joins without a seam.
  if (pen > 0)
    shapes.push(
      { fill: 'line', path: balloonOutline(style, centre, radius, random(), pen) },
      ...(tail === null ? [] : [{ fill: 'line' as const, path: tailPath(pen * 0.9) }]),
    );
  shapes.push({ fill: 'white', path: balloonOutline(style, centre, radius, random()) });
  if (tailPath(0) !== '') shapes.push({ fill: 'white', path: tailPath(0) });
  if (style === 'whisper') shapes.push({ fill: 'line', path: dashes(centre, radius, tail) });
  if (style === 'caption') shapes.push({ fill: 'line', path: '' });
  return shapes.filter(({ path }) => path !== '');
}

/** A dashed ring, and three dashes towards the mouth. */
function dashes(centre: Point, radius: Point, tail: Point | null): string {
  const at = (angle: number): Point => {
    const [x, y] = superellipse(radius, roundness('whisper'), angle);
    return [centre[0] + x, centre[1] + y];
  };
  const count = Math.round((radius[0] + radius[1]) / 9);
  let path = '';
  for (let i = 0; i < count; i++) {
    const from = (i / count) * Math.PI * 2;
    const to = ((i + 0.62) / count) * Math.PI * 2;
    path += ink(spline([at(from), at((from + to) / 2), at(to)], 2), { width: 3, start: 0.8, end: 0.8 });
  }
  if (tail === null) return path;
  const edge = at(Math.atan2((tail[1] - centre[1]) / radius[1], (tail[0] - centre[0]) / radius[0]));
  for (const [from, to] of [
    [0.15, 0.4],
    [0.52, 0.72],
    [0.84, 1],
  ] as const) {
    const p = (t: number): Point => [edge[0] + (tail[0] - edge[0]) * t, edge[1] + (tail[1] - edge[1]) * t];
    path += ink([p(from), p((from + to) / 2), p(to)], { width: 3, start: 0.8, end: 0.8 });
  }
  return path;
}

/** The lines of text, centred in the balloon. */
function lettering({ lines, centre, size, style }: PlacedBalloon, random: RandomStream): string {
  const height = size * (1 + (lines.length - 1) * LINE_SPACING);
  const pen = size * (style === 'shout' ? 0.2 : style === 'whisper' ? 0.11 : 0.148);
  return lines
    .map((line, index) => {
      const start: Point = [
        centre[0] - lineWidth(line, size) / 2,
        centre[1] - height / 2 + index * size * LINE_SPACING,
      ];
      return letterLine(line, start, { size, pen, slant: style === 'shout' ? 0.12 : 0.05 }, random);
    })
    .join('');
}
