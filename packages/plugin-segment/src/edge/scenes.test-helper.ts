import type { GreyPlane, PageImage } from '@koma/lineart';
import type { LineOwner } from './matte-options.ts';

export type Colour = readonly [number, number, number];
/** What is seen at a point of the plane. */
export type Paint = (x: number, y: number) => Colour;
/** Signed distance to a shape's edge, negative inside, px. */
export type Shape = (x: number, y: number) => number;

/** A shape with an outline drawn along its edge, in front of a background. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly shape: Shape;
  /** Width of the outline, px; half of it lies inside of the shape. 0: none. */
  readonly line: number;
  readonly ink: Colour;
  readonly fill: Paint;
  readonly ground: Paint;
}

export const WHITE: Colour = [255, 255, 255];
export const BLACK: Colour = [0, 0, 0];
export const plain =
  (colour: Colour): Paint =>
  () =>
    colour;
export const grey = (level: number): Colour => [level, level, level];

/** Round dots on a diagonal grid. */
export function dots(pitch: number, radius: number, ink = BLACK, paper = WHITE): Paint {
  return (x, y) => {
    const u = (x + y) / pitch;
    const v = (x - y) / pitch;
    const distance = (pitch / Math.SQRT2) * Math.hypot(u - Math.round(u), v - Math.round(v));
    return distance < radius ? ink : paper;
  };
}

export function disc(centreX: number, centreY: number, radius: number): Shape {
  return (x, y) => Math.hypot(x - centreX, y - centreY) - radius;
}

/** An ellipse; distances to first order: f / |grad f|. */
export function ellipse(centreX: number, centreY: number, a: number, b: number, angle: number): Shape {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return (x, y) => {
    const u = ((x - centreX) * cos + (y - centreY) * sin) / a;
    const v = ((y - centreY) * cos - (x - centreX) * sin) / b;
    const length = Math.hypot(u, v);
    return length === 0 ? -Math.min(a, b) : (length * (length - 1)) / Math.hypot(u / a, v / b);
  };
}

export function polygon(...corners: readonly (readonly [number, number])[]): Shape {
  return (x, y) => {
    let inside = false;
    let nearest = Infinity;
    corners.forEach(([ax, ay], i) => {
      const [bx, by] = corners[(i + 1) % corners.length]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
      const t = Math.min(1, Math.max(0, along));
      nearest = Math.min(nearest, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
    });
    return inside ? -nearest : nearest;
  };
}

/** Samples a side and pixel: 64 a pixel, so coverage is known to 1/64 or better. */
const SAMPLES = 8;

/** How far the subject reaches beyond the shape's edge. */
function subjectEdge({ line }: Scene, owner: LineOwner): number {
  return owner === 'subject' ? line / 2 : owner === 'background' ? -line / 2 : 0;
}

function isInk({ line }: Scene, distance: number): boolean {
  return Math.abs(distance) < line / 2;
}

function colourAt(scene: Scene, distance: number, x: number, y: number): Colour {
  if (isInk(scene, distance)) return scene.ink;
  return distance < 0 ? scene.fill(x, y) : scene.ground(x, y);
}

/** Goes through all samples; far from the edge the distance is taken for the whole pixel. */
function sampled<T>(
  { width, height, shape, line }: Scene,
  into: T,
  visit: (into: T, at: number, distance: number, x: number, y: number) => void,
): T {
  for (let at = 0; at < width * height; at++) {
    const [left, top] = [at % width, Math.floor(at / width)];
    const middle = shape(left + 0.5, top + 0.5);
    const far = Math.abs(middle) > line / 2 + 3;
    for (let i = 0; i < SAMPLES * SAMPLES; i++) {
      const x = left + ((i % SAMPLES) + 0.5) / SAMPLES;
      const y = top + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES;
      visit(into, at, far ? middle : shape(x, y), x, y);
    }
  }
  return into;
}

/** The picture of a scene: every pixel the mean of its samples. */
export function drawScene(scene: Scene): PageImage {
  return pictureOf(scene, (distance, x, y) => colourAt(scene, distance, x, y));
}

/** What a perfect cut-out looks like before another ground. */
export function cutScene(scene: Scene, owner: LineOwner, ground: Colour): PageImage {
  const edge = subjectEdge(scene, owner);
  return pictureOf(scene, (distance, x, y) => (distance < edge ? colourAt(scene, distance, x, y) : ground));
}

function pictureOf(scene: Scene, paint: (distance: number, x: number, y: number) => Colour): PageImage {
  const { width, height } = scene;
  const sums = sampled(scene, new Float64Array(3 * width * height), (into, at, distance, x, y) => {
    const colour = paint(distance, x, y);
    into[3 * at]! += colour[0];
    into[3 * at + 1]! += colour[1];
    into[3 * at + 2]! += colour[2];
  });
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  sums.forEach((sum, i) => (data[4 * Math.floor(i / 3) + (i % 3)] = sum / SAMPLES ** 2));
  return { width, height, data };
}

/** How much of each pixel is subject, 0-255, not rounded. */
export function trueCoverage(scene: Scene, owner: LineOwner): Float64Array {
  const edge = subjectEdge(scene, owner);
  return sampled(scene, new Float64Array(scene.width * scene.height), (into, at, distance) => {
    if (distance < edge) into[at]! += 255 / SAMPLES ** 2;
  });
}

/** Labels whose border runs `offset` px outside of the shape's edge. */
export function labelsOf({ width, height, shape }: Scene, offset = 0): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, at) =>
    shape((at % width) + 0.5, Math.floor(at / width) + 0.5) < offset ? 1 : 0,
  );
}

export function greyOf({ width, height, data }: PageImage): GreyPlane {
  const plane = Uint8Array.from({ length: width * height }, (_, at) =>
    Math.round(0.299 * data[4 * at]! + 0.587 * data[4 * at + 1]! + 0.114 * data[4 * at + 2]!),
  );
  return { width, height, data: plane };
}

/** Mean and largest difference of two planes over the pixels where either has an edge. */
export function edgeError(
  got: ArrayLike<number>,
  truth: ArrayLike<number>,
): { readonly mean: number; readonly most: number; readonly count: number } {
  let sum = 0;
  let most = 0;
  let count = 0;
  for (let i = 0; i < got.length; i++) {
    if (got[i] === truth[i] && (truth[i] === 0 || truth[i] === 255)) continue;
    const error = Math.abs(got[i]! - truth[i]!);
    sum += error;
    most = Math.max(most, error);
    count++;
  }
  return { mean: count === 0 ? 0 : sum / count, most, count };
}

/** A picture or cut-out before a ground of one colour, three channels a pixel. */
export function over({ data }: { readonly data: Uint8ClampedArray }, ground: Colour): Float64Array {
  return Float64Array.from({ length: (3 * data.length) / 4 }, (_, i) => {
    const at = 4 * Math.floor(i / 3);
    const share = data[at + 3]! / 255;
    return share * data[at + (i % 3)]! + (1 - share) * ground[i % 3]!;
  });
}
