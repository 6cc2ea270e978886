import { ellipse, polygon } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Canvas } from './canvas.ts';

// Every pattern is one path of many pieces: one shape to paint, whatever their number.

/** Polka dots on a staggered grid, smaller towards the top. */
export function drawDots({ sheet, width, height }: Canvas): void {
  const step = width / 11;
  let path = '';
  for (let row = 0; row * step * 0.5 <= height + step; row++) {
    const y = row * step * 0.5;
    const radius = step * (0.11 + (0.12 * y) / height);
    for (let x = row % 2 === 0 ? 0 : step / 2; x <= width + step; x += step)
      path += ellipse([x, y], radius, radius);
  }
  sheet.flat('ground2', path);
}

/** Broad diagonal stripes. */
export function drawStripes({ sheet, width, height, light }: Canvas): void {
  const step = width / 8;
  let path = '';
  for (let x = -height; x < width + height; x += step * 2) {
    // Falling away from the light, cut at the picture's edges.
    const at = (offset: number, y: number): Point => {
      const place = x + offset + y * 0.8;
      return [light === -1 ? place : width - place, y];
    };
    path += polygon([at(0, 0), at(step, 0), at(step, height), at(0, height)]);
  }
  sheet.flat('ground2', path);
}

/** Rays that spread from behind the figure's head. */
export function drawRays({ sheet, width, height, random }: Canvas): void {
  const rays = 16;
  const centre: Point = [width / 2, Math.min(height, width) * 0.46];
  const reach = Math.hypot(width, height);
  const start = random.between(0, (2 * Math.PI) / rays);
  let path = '';
  for (let i = 0; i < rays; i++) {
    const at = (k: number): Point => {
      const angle = start + ((i + k) * 2 * Math.PI) / rays;
      return [centre[0] + Math.cos(angle) * reach, centre[1] + Math.sin(angle) * reach];
    };
    path += polygon([centre, at(-0.25), at(0.25)]);
  }
  sheet.flat('ground2', path);
}

/** Lines that rush from the picture's edges towards its middle: thin wedges of different lengths. */
export function drawSpeedLines({ sheet, width, height, random }: Canvas): void {
  const centre: Point = [width / 2, Math.min(height, width) * 0.48];
  const outer = Math.hypot(width, height) * 0.62;
  const count = 96;
  let heavy = '';
  let light = '';
  for (let i = 0; i < count; i++) {
    const angle = ((i + random.between(-0.35, 0.35)) * 2 * Math.PI) / count;
    const half = (Math.PI / count) * random.between(0.12, 0.62);
    const inner = random.between(0.44, 0.72);
    const at = (turn: number, k: number): Point => [
      centre[0] + Math.cos(angle + turn) * outer * k,
      centre[1] + Math.sin(angle + turn) * outer * k * Math.max(1, height / width) ** 0.5,
    ];
    const wedge = polygon([at(-half, 1.3), at(half, 1.3), at(0, inner)]);
    if (i % 3 === 0) heavy += wedge;
    else light += wedge;
  }
  sheet.flat('ground2', light, { tone: 'shade' });
  sheet.flat('ground2', heavy, { tone: 'deep' });
}
