import type { RandomStream } from '@koma/character';
import { smoothLoop } from './curves.ts';
import { fillPolygon, inkPlane, stampDot, type InkPlane, type Point } from './ink-plane.ts';
import { drawLine, drawStrand, type Pen } from './outline.ts';
import { randomTone, tonePaint, type ToneKind } from './tones.ts';

/** What lies behind the figures of a panel. */
export const GROUNDS = ['clutter', 'dots', 'lines', 'gradient', 'night', 'speed', 'focus', 'room'] as const;
export type Ground = (typeof GROUNDS)[number];

export function drawGround(
  ground: Ground,
  width: number,
  height: number,
  pen: Pen,
  random: RandomStream,
): InkPlane {
  const plane = inkPlane(width, height, ground === 'night' ? 0 : 255);
  switch (ground) {
    case 'dots':
    case 'lines':
    case 'gradient':
      drawTone(plane, ground, random);
      break;
    case 'night':
      for (let k = 0; k < 60; k++) stampDot(plane, somewhere(plane, random), random.between(0.8, 3), 255);
      break;
    case 'speed':
      drawSpeedLines(plane, random);
      break;
    case 'focus':
      drawFocusLines(plane, random);
      break;
    case 'room':
      drawRoom(plane, pen, random);
      break;
    case 'clutter':
      drawClutter(plane, pen, random);
  }
  return plane;
}

const somewhere = ({ width, height }: InkPlane, random: RandomStream): Point => [
  random.between(0, width),
  random.between(0, height),
];

const wholeOf = ({ width, height }: InkPlane): Point[] => [
  [0, 0],
  [width, 0],
  [width, height],
  [0, height],
];

function drawTone(plane: InkPlane, kind: ToneKind, random: RandomStream): void {
  const tone = randomTone(random, Math.min(plane.width, plane.height), kind);
  fillPolygon(plane, wholeOf(plane), tonePaint(tone, [plane.width / 2, plane.height / 2]));
}

/** Lines from side to side, in bundles. */
function drawSpeedLines(plane: InkPlane, random: RandomStream): void {
  const slope = random.between(-0.3, 0.3);
  const reach = plane.width;
  for (let y = -reach * 0.3; y < plane.height + reach * 0.3; y += random.between(3, 22)) {
    const [from, to] = [random.between(-0.3, 0.2) * reach, random.between(0.7, 1.3) * reach];
    drawStrand(
      plane,
      [
        [from, y + slope * from],
        [to, y + slope * to],
      ],
      random.between(0.8, 2.6),
    );
  }
}

/** Lines from the border towards the middle. */
function drawFocusLines(plane: InkPlane, random: RandomStream): void {
  const { width, height } = plane;
  const far = Math.hypot(width, height);
  for (let turn = 0; turn < 2 * Math.PI; turn += random.between(0.01, 0.06)) {
    const near = random.between(0.25, 0.4) * Math.min(width, height);
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    drawStrand(
      plane,
      [
        [width / 2 + cos * near, height / 2 + sin * near],
        [width / 2 + cos * far, height / 2 + sin * far],
      ],
      random.between(1, 3),
    );
  }
}

/** Walls, a window with panes, a shelf; some of it toned. */
function drawRoom(plane: InkPlane, pen: Pen, random: RandomStream): void {
  const { width, height } = plane;
  const box = (x: number, y: number, w: number, h: number): Point[] => [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ];
  const horizon = height * random.between(0.6, 0.8);
  const boxes = [box(-9, horizon, width + 18, height)];
  for (let k = 0; k < 3; k++) {
    const [w, h] = [width * random.between(0.15, 0.35), height * random.between(0.15, 0.4)];
    const [x, y] = [random.between(0, width - w), random.between(0, horizon - h)];
    boxes.push(box(x, y, w, h), box(x + w * 0.08, y + w * 0.08, w * 0.4, h - w * 0.16));
    boxes.push(box(x + w * 0.52, y + w * 0.08, w * 0.4, h - w * 0.16));
  }
  for (const outline of boxes) {
    const paint = random.chance(0.35) ? tonePaint(randomTone(random, height / 2), outline[0]!) : 255;
    fillPolygon(plane, outline, paint);
    drawLine(plane, outline, pen, random);
  }
}

/** Ellipses over each other, some toned: leaves, stones, bubbles. */
function drawClutter(plane: InkPlane, pen: Pen, random: RandomStream): void {
  const scale = Math.min(plane.width, plane.height);
  for (let k = 0; k < 24; k++) {
    const [cx, cy] = somewhere(plane, random);
    const [a, b, turn] = [
      scale * random.between(0.03, 0.14),
      scale * random.between(0.03, 0.14),
      random.between(0, 3),
    ];
    const loop = smoothLoop(
      Array.from({ length: 10 }, (_, i): Point => {
        const at = (i * Math.PI) / 5;
        const [u, v] = [a * Math.cos(at), b * Math.sin(at)];
        return [cx + u * Math.cos(turn) - v * Math.sin(turn), cy + u * Math.sin(turn) + v * Math.cos(turn)];
      }),
      6,
    );
    if (random.chance(0.25)) fillPolygon(plane, loop, tonePaint(randomTone(random, scale / 4), [cx, cy]));
    drawLine(plane, loop, pen, random);
  }
}
