import type { PixelLayer } from '@koma/character';

/** Premultiplied RGBA of a rectangle of the picture, 0 to 1. */
interface Plane {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** A layer for the canvas. */
export interface CanvasLayer extends PixelLayer {
  readonly blendMode: 'normal' | 'multiply';
  /** To the flats. */
  readonly clip: boolean;
}

/** Levels by which line art may be lighter on average than what it lies over and be multiplied all the same. */
const LIGHT_LINES = 6;

/**
 * Layers by kind, made for painting on: shade and highlights clipped to the flats, line art multiplied.
 * Put together so they give the picture that they give one over the other in normal mode.
 *
 * For that the flats reach below what shade and highlights have beyond them, and the line art is as light
 * as leaves the line's own colour once multiplied. Light lines on a dark ground cannot be had by
 * multiplying: art with many of them, such as white contours on black, stays in normal mode.
 *
 * @param layers from the bottom up; at most one a kind
 */
export function canvasLayers(layers: readonly PixelLayer[]): CanvasLayer[] {
  const flats = layers.find(({ kind }) => kind === 'flat');
  const above = layers.filter(({ kind }) => kind === 'shade' || kind === 'highlight');
  return layers.map((layer, index): CanvasLayer => {
    const plain = {
      ...layer,
      blendMode: 'normal',
      clip: flats !== undefined && above.includes(layer),
    } as const;
    if (layer === flats && above.length > 0) return { ...plain, ...extended(flats, above) };
    const line = layer.kind === 'line' ? unmultiplied(layer, layers.slice(0, index)) : undefined;
    return line ? { ...plain, ...line, blendMode: 'multiply' } : plain;
  });
}

/** A layer under whose edges others are laid, the first of them on top. */
function extended(layer: PixelLayer, beyond: readonly PixelLayer[]): PixelLayer {
  const all = [layer, ...beyond];
  const [x, y] = [Math.min(...all.map((each) => each.x)), Math.min(...all.map((each) => each.y))];
  const width = Math.max(...all.map((each) => each.x + each.width)) - x;
  const height = Math.max(...all.map((each) => each.y + each.height)) - y;
  const plane = { x, y, width, height, data: new Float32Array(width * height * 4) };
  for (const each of all.toReversed()) layOver(plane, each);
  return { ...layer, x, y, width, height, data: straight(plane) };
}

/** Line art whose colours, multiplied over the layers below, are the given ones; undefined where many cannot be. */
function unmultiplied(line: PixelLayer, below: readonly PixelLayer[]): PixelLayer | undefined {
  const { x, y, width, height } = line;
  const ground: Plane = { x, y, width, height, data: new Float32Array(width * height * 4) };
  for (const layer of below) layOver(ground, layer);
  const data = new Uint8ClampedArray(line.data);
  let [all, light] = [0, 0];
  for (let p = 0; p < data.length; p += 4) {
    const alpha = data[p + 3]!;
    if (alpha === 0) continue;
    all += alpha;
    let lighter = 0;
    for (let c = 0; c < 3; c++) {
      // W3C Compositing 1, section 10: (1 - αb) Cs + αb Cs Cb, the ground being premultiplied.
      const factor = 1 - ground.data[p + 3]! + ground.data[p + c]!;
      data[p + c] = factor > 0 ? line.data[p + c]! / factor : 0;
      lighter = Math.max(lighter, line.data[p + c]! - 255 * factor);
    }
    light += alpha * lighter;
  }
  return light > all * LIGHT_LINES ? undefined : { ...line, data };
}

/** Lays what of a layer falls onto a plane over it (Porter and Duff 1984, "over"). */
function layOver(plane: Plane, layer: PixelLayer): void {
  const [left, top] = [Math.max(plane.x, layer.x), Math.max(plane.y, layer.y)];
  const right = Math.min(plane.x + plane.width, layer.x + layer.width);
  const bottom = Math.min(plane.y + plane.height, layer.y + layer.height);
  for (let y = top; y < bottom; y++) {
    let to = ((y - plane.y) * plane.width + left - plane.x) * 4;
    let from = ((y - layer.y) * layer.width + left - layer.x) * 4;
    for (let x = left; x < right; x++, to += 4, from += 4) {
      const alpha = layer.data[from + 3]! / 255;
      if (alpha === 0) continue;
      for (let c = 0; c < 3; c++)
        plane.data[to + c] = (layer.data[from + c]! / 255) * alpha + plane.data[to + c]! * (1 - alpha);
      plane.data[to + 3] = alpha + plane.data[to + 3]! * (1 - alpha);
    }
  }
}

function straight({ data }: Plane): Uint8ClampedArray<ArrayBuffer> {
  const result = new Uint8ClampedArray(data.length);
  for (let p = 0; p < data.length; p += 4) {
    const alpha = data[p + 3]!;
    if (alpha === 0) continue;
    for (let c = 0; c < 3; c++) result[p + c] = (data[p + c]! / alpha) * 255;
    result[p + 3] = alpha * 255;
  }
  return result;
}
