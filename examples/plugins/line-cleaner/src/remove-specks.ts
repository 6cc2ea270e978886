/** Ink from which a pixel belongs to a speck or a line. */
const THERE = 0.1;

/**
 * Takes away what is smaller than `least` pixels and touches nothing else, counted by its ink. Pixels touch along sides
 * and at corners.
 * @param ink 0-1, changed in place
 * @param least pixels; 0 leaves everything
 */
export function removeSpecks(ink: Float32Array, width: number, height: number, least: number): Float32Array {
  if (least <= 0) return ink;
  const seen = new Uint8Array(ink.length);
  const stack: number[] = [];
  for (let start = 0; start < ink.length; start++) {
    if (seen[start] === 1 || ink[start]! < THERE) continue;
    const members: number[] = [];
    let amount = 0;
    seen[start] = 1;
    stack.push(start);
    while (stack.length > 0) {
      const i = stack.pop()!;
      amount += ink[i]!;
      // Whatever is large enough is a line, however large: its members are not needed.
      if (amount < least) members.push(i);
      const x = i % width;
      const y = (i - x) / width;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++)
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx;
          if (seen[next] === 1 || ink[next]! < THERE) continue;
          seen[next] = 1;
          stack.push(next);
        }
    }
    if (amount < least) for (const i of members) ink[i] = 0;
  }
  return ink;
}
