/** How far an arrow key moves a joint, as a fraction of the picture; with Shift the larger one. */
const STEP = 0.01;
const LARGE_STEP = 0.05;

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** By what fractions of the picture a key moves a joint; undefined for keys that move none. */
export function jointStep({
  key,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey'>): { readonly x: number; readonly y: number } | undefined {
  const direction = Object.hasOwn(DIRECTIONS, key) ? DIRECTIONS[key] : undefined;
  if (!direction) return undefined;
  const step = shiftKey ? LARGE_STEP : STEP;
  return { x: direction[0] * step, y: direction[1] * step };
}
