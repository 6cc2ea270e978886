import { roundEven } from './grey-image.ts';

/** A rectangle in pixels; `weight` is how many windows it stands for. */
export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly weight: number;
}

type Box = Omit<FaceBox, 'weight'>;

/**
 * Joins boxes that lie about the same and drops those that too few windows found, as OpenCV's
 * `groupRectangles` does.
 *
 * @param minNeighbours Groups of so many boxes or fewer are dropped.
 * @param tolerance How far sides may lie apart, as a fraction of the smaller boxes' sides.
 */
export function groupBoxes(boxes: readonly Box[], minNeighbours: number, tolerance: number): FaceBox[] {
  const groups = partition(boxes, tolerance)
    .map(average)
    .filter(({ weight }) => weight > minNeighbours);
  return groups.filter((box) => !groups.some((other) => other !== box && liesWithin(box, other, tolerance)));
}

/** Boxes that are similar, directly or through others. */
function partition(boxes: readonly Box[], tolerance: number): Box[][] {
  const groupOf = boxes.map((_, i) => i);
  const root = (i: number): number => {
    while (groupOf[i] !== i) i = groupOf[i] = groupOf[groupOf[i]!]!;
    return i;
  };
  // From left to right, so that those out of reach need not be looked at.
  const order = boxes.map((_, i) => i).sort((i, j) => boxes[i]!.x - boxes[j]!.x);
  for (const [rank, i] of order.entries()) {
    const a = boxes[i]!;
    const reach = a.x + tolerance * (a.width + a.height) * 0.5;
    for (let next = rank + 1; next < order.length && boxes[order[next]!]!.x <= reach; next++)
      if (similar(a, boxes[order[next]!]!, tolerance)) groupOf[root(order[next]!)] = root(i);
  }
  const groups = new Map<number, Box[]>();
  for (const [i, box] of boxes.entries()) {
    const group = groups.get(root(i));
    if (group) group.push(box);
    else groups.set(root(i), [box]);
  }
  return [...groups.values()];
}

function similar(a: Box, b: Box, tolerance: number): boolean {
  const delta = tolerance * (Math.min(a.width, b.width) + Math.min(a.height, b.height)) * 0.5;
  return (
    Math.abs(a.x - b.x) <= delta &&
    Math.abs(a.y - b.y) <= delta &&
    Math.abs(a.x + a.width - b.x - b.width) <= delta &&
    Math.abs(a.y + a.height - b.y - b.height) <= delta
  );
}

function average(group: readonly Box[]): FaceBox {
  const mean = (side: keyof Box): number =>
    roundEven(group.reduce((sum, box) => sum + box[side], 0) / group.length);
  return { x: mean('x'), y: mean('y'), width: mean('width'), height: mean('height'), weight: group.length };
}

/** Whether a box lies in one that more windows found. */
function liesWithin(box: FaceBox, other: FaceBox, tolerance: number): boolean {
  const dx = roundEven(other.width * tolerance);
  const dy = roundEven(other.height * tolerance);
  return (
    box.x >= other.x - dx &&
    box.y >= other.y - dy &&
    box.x + box.width <= other.x + other.width + dx &&
    box.y + box.height <= other.y + other.height + dy &&
    (other.weight > Math.max(3, box.weight) || box.weight < 3)
  );
}
