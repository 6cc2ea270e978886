/**
 * Where a key leads in rows of cells, or undefined for other keys: arrows to the neighbour, Home and End to the ends of
 * all. What would leave the grid stays where it is.
 */
export function gridTarget(key: string, index: number, columns: number, count: number): number | undefined {
  const target = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index - columns,
    ArrowDown: index + columns,
    Home: 0,
    End: count - 1,
  }[key];
  if (target === undefined) return undefined;
  return target >= 0 && target < count ? target : index;
}
