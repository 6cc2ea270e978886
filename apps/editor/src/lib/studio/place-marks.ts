import type { Hint, Stroke } from '@koma/core/plugin';
import type { Rect } from '@koma/core/raster';

/** A point of one picture in another that shows the same, e.g. from a layer's own pixels to those of the document. */
export function placeHint(hint: Hint, from: Rect, to: Rect): Hint {
  const [x, y] = place(hint.x, hint.y, from, to);
  return { ...hint, x, y, radius: hint.radius * (to.width / from.width) };
}

/** A stroke of one picture in another that shows the same; its radius goes by the width. */
export function placeStroke(stroke: Stroke, from: Rect, to: Rect): Stroke {
  const points = stroke.points.map(([x, y]) => place(x, y, from, to));
  return { ...stroke, points, radius: stroke.radius * (to.width / from.width) };
}

function place(x: number, y: number, from: Rect, to: Rect): [number, number] {
  return [to.x + ((x - from.x) * to.width) / from.width, to.y + ((y - from.y) * to.height) / from.height];
}
