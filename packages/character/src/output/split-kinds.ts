import type { Drawing, Role, Shape } from '../drawing/drawing.ts';
import type { FinishPaint } from './finish-painter.ts';
import { pictureHeight, type DrawingSteps } from './rasterize.ts';
import { toSvg } from './to-svg.ts';

/** The kinds of layers, from the bottom up; each holds the shapes of one role. */
export const layerKinds = ['flat', 'shade', 'highlight', 'line'] as const satisfies readonly Role[];

/** The pixels of one kind: straight RGBA of the whole picture. */
export interface KindPixels {
  readonly kind: Role;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * Takes a drawing apart into one picture a kind. Laid over each other they give the drawing again.
 *
 * Where no shape lies over one of a higher kind, each kind is simply drawn alone. Else a shape of a lower
 * kind may hide one of a higher: then the coverage of a kind comes from drawing it in white with all lower
 * kinds in black, and its colour from what the picture is with it and what lies below it.
 *
 * @returns kinds that have any shape, from the bottom up
 */
export function* splitKinds(
  drawing: Drawing,
  { paint, definitions }: FinishPaint,
  width: number,
): DrawingSteps<KindPixels[]> {
  const height = pictureHeight(drawing, width);
  function* draw(painted: typeof paint): DrawingSteps<Uint8ClampedArray<ArrayBuffer>> {
    return new Uint8ClampedArray(
      yield [toSvg(drawing, { paint: painted, definitions, width }), width, height],
    );
  }
  const shapes = drawing.parts.flatMap((part) => part.shapes);
  const present = layerKinds.filter((kind) => shapes.some(({ role }) => role === kind));
  const split: KindPixels[] = [];
  if (isLayered(shapes)) {
    for (const kind of present) {
      const data = yield* draw((shape, part) => (shape.role === kind ? paint(shape, part) : null));
      split.push({ kind, data });
    }
    return split;
  }
  const below = new Float32Array(width * height * 4);
  for (const kind of present) {
    const rank = layerKinds.indexOf(kind);
    const upTo = yield* draw((shape, part) =>
      layerKinds.indexOf(shape.role) <= rank ? paint(shape, part) : null,
    );
    if (kind === present[0]) {
      layOver(below, upTo);
      split.push({ kind, data: upTo });
      continue;
    }
    const coverage = yield* draw((shape, part) => {
      const own = layerKinds.indexOf(shape.role);
      const colour = own > rank ? null : paint(shape, part);
      if (colour === null || own < rank) return colour && '#000000';
      // Gradients keep their opacities.
      const white = ({ offset, opacity }: { offset: number; opacity: number }) => ({
        offset,
        opacity,
        colour: '#ffffff',
      });
      if (typeof colour === 'string') return '#ffffff';
      return 'radial' in colour
        ? { radial: colour.radial.map(white) }
        : { ...colour, stops: colour.stops.map(white) };
    });
    const data = separate(upTo, below, coverage);
    layOver(below, data);
    split.push({ kind, data });
  }
  return split;
}

/** Whether shapes come in the order of their kinds. */
function isLayered(shapes: readonly Shape[]): boolean {
  let rank = 0;
  return shapes.every(({ role }) => {
    const own = layerKinds.indexOf(role);
    const rises = own >= rank;
    rank = own;
    return rises;
  });
}

/** The layer of the given coverage that, laid over `below`, gives `whole`. */
function separate(
  whole: Uint8ClampedArray,
  below: Float32Array,
  coverage: Uint8ClampedArray,
): Uint8ClampedArray<ArrayBuffer> {
  const data = new Uint8ClampedArray(whole.length);
  for (let p = 0; p < data.length; p += 4) {
    // White on black: the grey is the coverage, whatever else is transparent.
    const alpha = Math.round((coverage[p]! * coverage[p + 3]!) / 255);
    if (alpha === 0) continue;
    const wholeAlpha = whole[p + 3]! / 255;
    for (let c = 0; c < 3; c++)
      data[p + c] = ((whole[p + c]! * wholeAlpha - below[p + c]! * (1 - alpha / 255)) * 255) / alpha;
    data[p + 3] = alpha;
  }
  return data;
}

/** Puts a layer over premultiplied pixels: colours 0 to 255, opacity 0 to 1. */
function layOver(below: Float32Array, layer: Uint8ClampedArray): void {
  for (let p = 0; p < layer.length; p += 4) {
    const alpha = layer[p + 3]! / 255;
    for (let c = 0; c < 3; c++) below[p + c] = layer[p + c]! * alpha + below[p + c]! * (1 - alpha);
    below[p + 3] = alpha + below[p + 3]! * (1 - alpha);
  }
}
