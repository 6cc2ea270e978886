import type { FaceBox } from '@koma/core/plugin';

/** Boxes that share more of the smaller one than this are the same face. */
const SAME_FACE = 0.5;

/** One box a face, best first: of boxes about the same face the surest stays. */
export function mergeFaces(boxes: readonly FaceBox[]): FaceBox[] {
  const kept: FaceBox[] = [];
  for (const box of boxes.toSorted((a, b) => b.score - a.score))
    if (!kept.some((other) => shared(box, other) > SAME_FACE)) kept.push(box);
  return kept;
}

/** The area of both boxes over that of the smaller one. */
function shared(a: FaceBox, b: FaceBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min(a.width * a.height, b.width * b.height);
}
