import { randomStream, type RandomStream } from '@koma/character';
import sharp from 'sharp';
import { boxAround } from '../corners.ts';
import { firstStrokes } from '../first-strokes.ts';
import { greyImage, Truth, type TestPage, type TestPanel } from '../test-page.ts';
import { randomDamage, scanned, unturn, type Damage } from './damage.ts';
import { drawFigure, hasBlack, randomFills } from './draw-figure.ts';
import { figureShapes, type FigureShapes } from './figure-shapes.ts';
import { drawGround, GROUNDS, type Ground } from './grounds.ts';
import { inkPlane, stampDot, type InkPlane, type Point } from './ink-plane.ts';
import type { Pen } from './outline.ts';

const MARGIN = 70;
const GUTTER = 14;
/** How far from the frame a panel's pixels are judged. */
const INSET = 5;
/** Someone else stands in front of the figure, or behind it. */
const CROSSING = 0.4;
/** A figure that is less than this share of its panel is too well hidden to be asked for. */
const SMALLEST_SHARE = 0.03;

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Set B: pages that have everything that makes cutting out hard. Outlines of changing width with gaps, dots,
 * lines and gradients at several pitches and angles touching the outlines, solid black hair, clothes and
 * nights, figures in front of each other and cut off by the frame, speed and focus lines, rooms; then a slight
 * turn, a lens, uneven paper, scanner noise and JPEG. The truth runs along the middle of the lines.
 */
export async function hardPage(seed: number, width = 2048, height = 3000): Promise<TestPage> {
  const random = randomStream(seed, 'hard page');
  const frames = layOut(random, width, height);
  const page = inkPlane(width, height);
  const damage = randomDamage(random);
  const panels = frames.map((frame, i) => {
    const own = randomStream(seed, `hard panel ${i}`);
    // Every ground comes up equally often.
    const ground = GROUNDS[(seed * 5 + i) % GROUNDS.length]!;
    const { plane, truth } = drawPanel(frame, ground, own);
    copyInto(page, plane, frame);
    return panelOf(`B${seed}.${i}.${ground}`, frame, truth, page, damage);
  });
  const { data } = scanned(page, damage, randomStream(seed, 'scan'));
  const grey = await throughJpeg(data, width, height, damage.quality);
  return { id: `B${seed}`, image: greyImage(grey, width, height), panels: panels.filter(isSeen) };
}

/** Rows of different heights with one to three panels of different widths. */
function layOut(random: RandomStream, width: number, height: number): Frame[] {
  const rows = shares(4, random, height - 2 * MARGIN);
  return rows.flatMap(({ from: top, size: rowHeight }) =>
    shares(random.pick([1, 2, 2, 3]), random, width - 2 * MARGIN).map(({ from: left, size }) => ({
      x: Math.round(MARGIN + left + GUTTER),
      y: Math.round(MARGIN + top + GUTTER),
      width: Math.round(size - 2 * GUTTER),
      height: Math.round(rowHeight - 2 * GUTTER),
    })),
  );
}

function shares(count: number, random: RandomStream, total: number): { from: number; size: number }[] {
  const weights = Array.from({ length: count }, () => random.between(0.8, 1.2));
  const sum = weights.reduce((a, b) => a + b, 0);
  let from = 0;
  return weights.map((weight) => {
    const size = (total * weight) / sum;
    from += size;
    return { from: from - size, size };
  });
}

function drawPanel(
  { width, height }: Frame,
  ground: Ground,
  random: RandomStream,
): { plane: InkPlane; truth: InkPlane } {
  const pen: Pen = { radius: random.between(1.2, 2.3), gaps: random.between(0.001, 0.003) };
  const plane = drawGround(ground, width, height, { ...pen, radius: pen.radius * 0.75 }, random);
  const isBust = random.chance(0.6);
  const unit = height * (isBust ? random.between(0.17, 0.23) : random.between(0.1, 0.12));
  const shapesAt = (x: number): FigureShapes => {
    const head: Point = [x, height * random.between(0.3, 0.38) * (isBust ? 1 : 0.65)];
    return figureShapes({ head, unit, roll: random.between(-0.25, 0.25) }, random);
  };
  const rim = pen.radius + random.between(2, 4);
  const middle = width * random.between(0.35, 0.65);
  const shapes = shapesAt(middle);
  const fills = randomFills(shapes, unit, random);
  const isNight = ground === 'night';
  const behind = drawFigure(plane, shapes, { pen, rim: isNight ? rim : 0, fills }, random);
  if (!random.chance(CROSSING)) return { plane, truth: behind };

  const others = shapesAt(middle + (middle < width / 2 ? 1 : -1) * unit * random.between(1.2, 2));
  const otherFills = randomFills(others, unit, random);
  const isBlackOnBlack = hasBlack(fills) && hasBlack(otherFills);
  const style = { pen, rim: isNight || isBlackOnBlack ? rim : 0, fills: otherFills };
  const before = drawFigure(plane, others, style, random);
  return { plane, truth: random.chance(0.5) ? before : without(behind, before) };
}

/** What is seen of one figure when another stands before it. */
const without = (behind: InkPlane, before: InkPlane): InkPlane => ({
  ...behind,
  data: behind.data.map((value, i) => (before.data[i]! < 128 ? 255 : value)),
});

/** Puts a panel on the page and draws its frame. */
function copyInto(page: InkPlane, { width, height, data }: InkPlane, { x, y }: Frame): void {
  for (let row = 0; row < height; row++)
    page.data.set(data.subarray(row * width, (row + 1) * width), (y + row) * page.width + x);
  const corners: Point[] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
  for (const [i, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(i + 1) % 4]!;
    const length = Math.hypot(bx - ax, by - ay);
    for (let t = 0; t <= length; t++)
      stampDot(page, [ax + ((bx - ax) * t) / length, ay + ((by - ay) * t) / length], 2.5);
  }
}

/** The panel's truth where the turned page has it. */
function panelOf(id: string, frame: Frame, drawn: InkPlane, page: InkPlane, { turn }: Damage): TestPanel {
  const [l, t, r, b] = [
    frame.x + INSET,
    frame.y + INSET,
    frame.x + frame.width - INSET,
    frame.y + frame.height - INSET,
  ];
  const corners = [
    [l, t],
    [r, t],
    [r, b],
    [l, b],
  ].map(([x, y]) => unturn(x!, y!, page, -turn));
  const box = boxAround(corners);
  const truth = new Uint8Array(box.width * box.height);
  for (let y = 0, i = 0; y < box.height; y++)
    for (let x = 0; x < box.width; x++, i++) {
      const [u, v] = unturn(box.x + x + 0.5, box.y + y + 0.5, page, turn);
      if (u < l || v < t || u >= r || v >= b) truth[i] = Truth.elsewhere;
      else if (drawn.data[Math.floor(v - frame.y) * drawn.width + Math.floor(u - frame.x)]! < 128)
        truth[i] = Truth.figure;
    }
  return { id, box, truth, edge: 'middle', first: firstStrokes(truth, box, corners) };
}

function isSeen({ truth }: TestPanel): boolean {
  let [figure, panel] = [0, 0];
  for (const value of truth) {
    if (value === Truth.figure) figure++;
    if (value !== Truth.elsewhere) panel++;
  }
  return figure >= SMALLEST_SHARE * panel;
}

async function throughJpeg(
  grey: Uint8Array,
  width: number,
  height: number,
  quality: number,
): Promise<Uint8Array> {
  const raw = { raw: { width, height, channels: 1 as const } };
  const jpeg = await sharp(grey, raw).jpeg({ quality }).toBuffer();
  return sharp(jpeg).toColourspace('b-w').raw().toBuffer();
}
