import type { RandomStream } from '@koma/character';
import { stampDot, type InkPlane } from './ink-plane.ts';

/** Specks on a page that was scanned. */
const SPECKS = 150;

/** What happens to a page between the pen and the file. */
export interface Damage {
  /** Clockwise about the middle of the page, radians. */
  readonly turn: number;
  /** Standard deviation of the scanner's noise, in grey levels; 0 for none. */
  readonly noise: number;
  /** How much darker the paper may be in places, in grey levels; 0 for even white paper and black ink. */
  readonly shading: number;
  /** JPEG quality 1-100; 0 for lossless. */
  readonly quality: number;
}

/** Every kind comes up on about two pages of three, and no page has none. */
export function randomDamage(random: RandomStream): Damage {
  const some = (low: number, high: number): number => (random.chance(0.65) ? random.between(low, high) : 0);
  return {
    turn: some(0.004, 0.02) * (random.chance(0.5) ? 1 : -1),
    noise: some(3, 10),
    shading: some(12, 40),
    quality: Math.round(random.between(60, 90)),
  };
}

/** The page as a scanner would see it, but for JPEG. */
export function scanned(page: InkPlane, { turn, noise, shading }: Damage, random: RandomStream): InkPlane {
  let result = turned(page, turn);
  if (noise > 0) {
    for (let k = 0; k < SPECKS; k++) {
      const place = [random.between(0, page.width), random.between(0, page.height)] as const;
      stampDot(result, place, random.between(0.4, 2), random.chance(0.5) ? 0 : 255);
    }
    result = blurred(result);
  }
  if (shading > 0) shade(result, shading, random);
  if (noise > 0) addNoise(result, noise, random);
  return result;
}

/** From a place on the turned page to the place on the page as drawn. */
export function unturn(
  x: number,
  y: number,
  { width, height }: { readonly width: number; readonly height: number },
  turn: number,
): [x: number, y: number] {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [dx, dy] = [x - width / 2, y - height / 2];
  return [width / 2 + dx * cos + dy * sin, height / 2 - dx * sin + dy * cos];
}

/** Bilinear; what was outside of the page continues its edge. */
function turned(page: InkPlane, turn: number): InkPlane {
  if (turn === 0) return page;
  const { width, height, data } = page;
  const result = new Uint8Array(data.length);
  const clamp = (value: number, size: number): number => Math.max(0, Math.min(size - 2, value));
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  for (let y = 0, i = 0; y < height; y++) {
    let [u, v] = unturn(0.5, y + 0.5, page, turn);
    for (let x = 0; x < width; x++, i++, u += cos, v -= sin) {
      const [left, top] = [clamp(Math.floor(u - 0.5), width), clamp(Math.floor(v - 0.5), height)];
      const right = Math.max(0, Math.min(1, u - 0.5 - left));
      const below = Math.max(0, Math.min(1, v - 0.5 - top));
      const j = top * width + left;
      const above = data[j]! * (1 - right) + data[j + 1]! * right;
      const under = data[j + width]! * (1 - right) + data[j + width + 1]! * right;
      result[i] = Math.round(above * (1 - below) + under * below);
    }
  }
  return { width, height, data: result };
}

/** The lens: 1-2-1 both ways, borders as they are. */
function blurred({ width, height, data }: InkPlane): InkPlane {
  const pass = (from: Uint8Array, step: number): Uint8Array => {
    const to = Uint8Array.from(from);
    for (let i = step; i < from.length - step; i++)
      to[i] = (from[i - step]! + 2 * from[i]! + from[i + step]! + 2) >> 2;
    return to;
  };
  return { width, height, data: pass(pass(data, 1), width) };
}

/** Paper that is not white and ink that is not black, darker towards some corners. */
function shade({ width, height, data }: InkPlane, depth: number, random: RandomStream): void {
  const corners = [0, 1, 2, 3].map(() => 255 - random.between(4, depth));
  const ink = random.between(10, 40);
  for (let y = 0, i = 0; y < height; y++) {
    const down = y / height;
    const left = corners[0]! * (1 - down) + corners[2]! * down;
    const right = corners[1]! * (1 - down) + corners[3]! * down;
    for (let x = 0; x < width; x++, i++) {
      const paper = left + ((right - left) * x) / width;
      data[i] = Math.round(ink + ((paper - ink) * data[i]!) / 255);
    }
  }
}

function addNoise({ data }: InkPlane, deviation: number, random: RandomStream): void {
  for (let i = 0; i < data.length; i++) {
    // The sum of three is near enough to normal; its standard deviation is a half.
    const normal = 2 * (random.next() + random.next() + random.next() - 1.5);
    data[i] = Math.max(0, Math.min(255, Math.round(data[i]! + deviation * normal)));
  }
}
