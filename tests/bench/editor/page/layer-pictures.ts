import type { BlendMode } from '@koma/core/raster';
import { seededRandom } from './random.ts';

/** Size of the document that is measured: 12 megapixels. */
export const WIDTH = 3000;
export const HEIGHT = 4000;

type Context = OffscreenCanvasRenderingContext2D;

/** One layer of the document: what it looks like and how it is mixed. */
export interface LayerPlan {
  readonly name: string;
  readonly blendMode: BlendMode;
  readonly opacity: number;
  readonly draw: (context: Context, random: () => number) => void;
}

/** A coloured page as an artist builds it, from the bottom to the top. No layer is empty anywhere. */
export const LAYER_PLANS: readonly LayerPlan[] = [
  { name: 'sky', blendMode: 'normal', opacity: 1, draw: (c) => wash(c, ['#8fc7ff', '#ffe9c9', '#ff9f80']) },
  { name: 'clouds', blendMode: 'normal', opacity: 0.9, draw: (c, random) => blobs(c, random, 'light', 400) },
  { name: 'flats', blendMode: 'normal', opacity: 1, draw: (c, random) => flats(c, random) },
  { name: 'shade', blendMode: 'multiply', opacity: 0.8, draw: (c, random) => blobs(c, random, 'dark', 300) },
  { name: 'glow', blendMode: 'screen', opacity: 0.7, draw: (c, random) => blobs(c, random, 'warm', 150) },
  { name: 'light', blendMode: 'overlay', opacity: 0.6, draw: (c, random) => blobs(c, random, 'light', 200) },
  {
    name: 'texture',
    blendMode: 'soft-light',
    opacity: 0.5,
    draw: (c) => wash(c, ['#80706090', '#a0a0c0c0']),
  },
  {
    name: 'sparks',
    blendMode: 'linear-dodge',
    opacity: 0.8,
    draw: (c, random) => blobs(c, random, 'warm', 60),
  },
  {
    name: 'grade',
    blendMode: 'luminosity',
    opacity: 0.25,
    draw: (c) => wash(c, ['#40506080', '#f0e0d0a0']),
  },
  { name: 'line art', blendMode: 'multiply', opacity: 1, draw: (c, random) => lines(c, random) },
];

/** Levels by which neighbouring pixels differ, so that no tile is stored as one or two colours. */
const GRAIN = 3;

/** Draws a layer; the same every time. */
export function drawLayer(index: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d')!;
  // Nothing is transparent enough to be no pixel at all.
  context.fillStyle = 'rgb(150 140 145 / 0.06)';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  LAYER_PLANS[index]!.draw(context, seededRandom(index + 1));
  const image = context.getImageData(0, 0, WIDTH, HEIGHT);
  addGrain(image.data, index + 1);
  context.putImageData(image, 0, 0);
  return canvas;
}

function addGrain(data: Uint8ClampedArray, seed: number): void {
  let state = seed;
  for (let i = 0; i < data.length; i += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    const grain = ((state >>> 24) % (2 * GRAIN + 1)) - GRAIN;
    data[i] = data[i]! + grain;
    data[i + 1] = data[i + 1]! - grain;
    data[i + 2] = data[i + 2]! + (grain >> 1);
  }
}

function wash(context: Context, colours: readonly string[]): void {
  const gradient = context.createLinearGradient(0, 0, WIDTH / 3, HEIGHT);
  colours.forEach((colour, i) => gradient.addColorStop(i / (colours.length - 1), colour));
  context.fillStyle = gradient;
  context.fillRect(0, 0, WIDTH, HEIGHT);
}

const TONES = { light: [255, 250, 240], dark: [70, 60, 110], warm: [255, 190, 110] } as const;

/** Soft round spots. */
function blobs(context: Context, random: () => number, tone: keyof typeof TONES, count: number): void {
  const [r, g, b] = TONES[tone];
  for (let i = 0; i < count; i++) {
    const [x, y, radius] = [random() * WIDTH, random() * HEIGHT, 40 + random() * 260];
    const gradient = context.createRadialGradient(x, y, 0, x, y, radius);
    gradient.addColorStop(0, `rgb(${r} ${g} ${b} / ${0.3 + random() * 0.6})`);
    gradient.addColorStop(1, `rgb(${r} ${g} ${b} / 0)`);
    context.fillStyle = gradient;
    context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}

/** Opaque areas of one colour with antialiased edges, as the flats of a character. */
function flats(context: Context, random: () => number): void {
  for (let i = 0; i < 80; i++) {
    const [x, y, size] = [random() * WIDTH, random() * HEIGHT, 100 + random() * 500];
    context.fillStyle = `hsl(${random() * 360} ${40 + random() * 40}% ${50 + random() * 35}%)`;
    context.beginPath();
    for (let corner = 0; corner < 7; corner++) {
      const [angle, reach] = [(corner / 7) * 2 * Math.PI, size * (0.5 + random() * 0.5)];
      context.lineTo(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach);
    }
    context.fill();
  }
}

/** Curved pen lines of varying width. */
function lines(context: Context, random: () => number): void {
  context.strokeStyle = '#201c24';
  context.lineCap = 'round';
  for (let i = 0; i < 500; i++) {
    const [x, y] = [random() * WIDTH, random() * HEIGHT];
    const [dx, dy] = [(random() - 0.5) * 900, (random() - 0.5) * 900];
    context.lineWidth = 1 + random() * 9;
    context.beginPath();
    context.moveTo(x, y);
    context.bezierCurveTo(x + dx * 0.3, y - dy * 0.3, x + dx * 0.6, y + dy * 0.9, x + dx, y + dy);
    context.stroke();
  }
}
