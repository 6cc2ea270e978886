/**
 * The order in which frames are drawn so that a strip is seen as a whole early: both ends, the middle, the quarters,
 * and so on (van der Corput's sequence in base 2).
 * @returns every index below `count` once
 */
export function frameOrder(count: number): number[] {
  const order = new Set<number>();
  if (count > 0) order.add(0).add(count - 1);
  for (let parts = 2; order.size < count; parts *= 2)
    for (let part = 1; part < parts; part += 2) order.add(Math.round(((count - 1) * part) / parts));
  return [...order];
}
