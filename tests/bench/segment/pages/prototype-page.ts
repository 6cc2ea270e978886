import { greyImage, Truth, type TestPage, type TestPanel } from './test-page.ts';

/** Paper to each side of the rows of panels, and half of what lies between two of them; in pixels. */
const MARGIN = 60;
const GUTTER = 15;
const ROWS = 4;
/** How far from the frame a panel's pixels are judged. */
const INSET = 4;
const TONE_PITCH = 8;

/** A turned ellipse: centre, half axes, angle in radians. */
type Ellipse = readonly [x: number, y: number, a: number, b: number, angle: number];
/** A panel's frame, the place of its figure and the figure's scale. */
type Frame = readonly [x: number, y: number, w: number, h: number, cx: number, cy: number, scale: number];

/**
 * Set A: the pages of the prototype that showed the method to work, number for number. Panels with a figure
 * of three ellipses in a clutter of smaller ones, all drawn over each other, with gaps in the outlines and
 * dots in some. The truth runs along the middle of the lines.
 */
export function prototypePage(seed: number, width = 2048, height = 3000): TestPage {
  const random = xorshift(seed);
  const grey = new Uint8Array(width * height).fill(255);
  const stamp = (x: number, y: number, radius: number): void => stampDisc(grey, width, height, x, y, radius);

  const tone = ([cx, cy, a, b, angle]: Ellipse): void => {
    const [reach, cos, sin] = [Math.max(a, b), Math.cos(angle), Math.sin(angle)];
    for (let y = Math.floor(cy - reach); y < cy + reach; y += TONE_PITCH) {
      const shift = (y / TONE_PITCH) & 1 ? TONE_PITCH / 2 : 0;
      for (let x = Math.floor(cx - reach + shift); x < cx + reach; x += TONE_PITCH) {
        const [u, v] = [((x - cx) * cos + (y - cy) * sin) / a, (-(x - cx) * sin + (y - cy) * cos) / b];
        if (u * u + v * v < 0.97 && x > 3 && y > 3 && x < width - 3 && y < height - 3) stamp(x, y, 2.3);
      }
    }
  };
  const outline = ([cx, cy, a, b, angle]: Ellipse, radius: number): void => {
    const count = Math.ceil(2 * Math.PI * Math.max(a, b) * 1.2);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    let gap = 0;
    for (let i = 0; i < count; i++) {
      if (gap > 0) {
        gap--;
        continue;
      }
      if (random() < 0.0025) {
        gap = Math.floor(6 + random() * 10);
        continue;
      }
      const turn = (2 * Math.PI * i) / count;
      const x = cx + a * Math.cos(turn) * cos - b * Math.sin(turn) * sin;
      const y = cy + a * Math.cos(turn) * sin + b * Math.sin(turn) * cos;
      if (x > 4 && y > 4 && x < width - 4 && y < height - 4) stamp(x, y, radius);
    }
  };
  const ellipse = (shape: Ellipse, radius: number, isToned: boolean): void => {
    if (isToned) tone(shape);
    outline(shape, radius);
  };

  const frames: Frame[] = [];
  for (const [x, y, w, h] of layOut(random, width, height)) {
    for (let t = 0; t < w; t++) for (const edge of [y, y + h]) stamp(x + t, edge, 3);
    for (let t = 0; t < h; t++) for (const edge of [x, x + w]) stamp(edge, y + t, 3);
    const [cx, cy, scale] = [x + w * (0.35 + 0.3 * random()), y + h * 0.5, Math.min(w, h)];
    frames.push([x, y, w, h, cx, cy, scale]);
    const [head, hair, body] = figureOf(cx, cy, scale);
    ellipse(head, 2.2, false);
    ellipse(hair, 2, true);
    ellipse(body, 2.4, true);
    // The order of evaluation is the order of the random numbers.
    for (let k = 0; k < 14; k++)
      ellipse(
        [
          cx + (random() - 0.5) * scale * 0.4,
          cy + (random() - 0.5) * scale * 0.6,
          scale * (0.01 + 0.05 * random()),
          scale * (0.01 + 0.05 * random()),
          random() * 3,
        ],
        1.3,
        random() < 0.3,
      );
    for (let k = 0; k < 25; k++)
      ellipse(
        [
          x + random() * w,
          y + random() * h,
          scale * (0.02 + 0.1 * random()),
          scale * (0.02 + 0.1 * random()),
          random() * 3,
        ],
        1.5,
        random() < 0.25,
      );
  }
  return {
    id: `A${seed}`,
    image: greyImage(grey, width, height),
    panels: frames.map((frame, i) => panelOf(`A${seed}.${i}`, frame)),
  };
}

/** Rows of one to three equal panels. */
function layOut(random: () => number, width: number, height: number): [number, number, number, number][] {
  const [w, h] = [width - 2 * MARGIN, height - 2 * MARGIN];
  return Array.from({ length: ROWS }, (_, row) => {
    const columns = 1 + Math.floor(random() * 3);
    return Array.from({ length: columns }, (_, column): [number, number, number, number] => [
      MARGIN + (column * w) / columns + GUTTER,
      MARGIN + (row * h) / ROWS + GUTTER,
      w / columns - 2 * GUTTER,
      h / ROWS - 2 * GUTTER,
    ]);
  }).flat();
}

const figureOf = (cx: number, cy: number, scale: number): [head: Ellipse, hair: Ellipse, body: Ellipse] => [
  [cx, cy - scale * 0.18, scale * 0.2, scale * 0.24, 0],
  [cx, cy - scale * 0.25, scale * 0.24, scale * 0.2, 0.2],
  [cx, cy + scale * 0.25, scale * 0.3, scale * 0.25, 0],
];

function panelOf(id: string, [px, py, pw, ph, cx, cy, scale]: Frame): TestPanel {
  const [x, y] = [Math.floor(px) + INSET, Math.floor(py) + INSET];
  const [width, height] = [Math.floor(px + pw) - INSET - x, Math.floor(py + ph) - INSET - y];
  const truth = new Uint8Array(width * height);
  for (const [ex, ey, a, b, angle] of figureOf(cx, cy, scale)) {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    for (let j = 0, i = 0; j < height; j++)
      for (let k = 0; k < width; k++, i++) {
        const [dx, dy] = [k + x - ex, j + y - ey];
        if (((dx * cos + dy * sin) / a) ** 2 + ((-dx * sin + dy * cos) / b) ** 2 <= 1)
          truth[i] = Truth.figure;
      }
  }
  const [left, top, right, bottom] = [x + 6.5, y + 6.5, x + width - 5.5, y + height - 5.5];
  const along = Math.round(cx) + 0.5;
  return {
    id,
    box: { x, y, width, height },
    truth,
    edge: 'middle',
    first: [
      {
        label: 'bg',
        radius: 1,
        points: [
          [left, top],
          [right, top],
          [right, bottom],
          [left, bottom],
          [left, top],
        ],
      },
      {
        label: 'fg',
        radius: 3,
        points: [
          [along, cy - 0.3 * scale],
          [along, cy + 0.35 * scale],
        ],
      },
    ],
  };
}

/** Black pixels around a place between pixels, as far as the page goes. */
function stampDisc(
  grey: Uint8Array,
  width: number,
  height: number,
  x: number,
  y: number,
  radius: number,
): void {
  const [x0, x1] = [Math.max(0, Math.floor(x - radius)), Math.min(width - 1, Math.ceil(x + radius))];
  const [y0, y1] = [Math.max(0, Math.floor(y - radius)), Math.min(height - 1, Math.ceil(y + radius))];
  for (let yy = y0; yy <= y1; yy++)
    for (let xx = x0; xx <= x1; xx++)
      if ((xx - x) ** 2 + (yy - y) ** 2 <= radius * radius) grey[yy * width + xx] = 0;
}

/** Marsaglia's xorshift32, numbers from 0 to 1: the prototype's, so that its pages come out. */
function xorshift(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}
