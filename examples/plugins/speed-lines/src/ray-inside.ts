/**
 * Where a straight way is inside the picture.
 * @param from where it is at 0, pixels; @param direction of length 1
 * @returns where it enters and leaves, counted from `from`; nothing where it passes by
 */
export function rayInside(
  from: readonly [x: number, y: number],
  direction: readonly [x: number, y: number],
  width: number,
  height: number,
): readonly [enter: number, leave: number] | undefined {
  const across = interval(from[0], direction[0], width);
  const down = interval(from[1], direction[1], height);
  const enter = Math.max(across[0], down[0]);
  const leave = Math.min(across[1], down[1]);
  return leave > enter ? [enter, leave] : undefined;
}

/** Between which distances a way is within 0 and `size` along one axis. */
function interval(from: number, direction: number, size: number): readonly [number, number] {
  if (Math.abs(direction) < 1e-9)
    return from >= 0 && from <= size ? [-Infinity, Infinity] : [Infinity, -Infinity];
  const a = -from / direction;
  const b = (size - from) / direction;
  return a < b ? [a, b] : [b, a];
}
