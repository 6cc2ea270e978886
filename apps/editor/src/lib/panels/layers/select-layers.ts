/** How a click or an arrow key chooses: only this one, this one too or no more, or all up to this one. */
export type SelectHow = 'only' | 'toggle' | 'range';

/**
 * The layers that are chosen after a click.
 * @param order ids of all lines as the panel lists them
 * @param selected ids chosen before; the last is what tools work on
 * @param anchor where a range starts
 * @returns at least one id, the last of them the new active layer
 */
export function selectLayers(
  order: readonly string[],
  selected: readonly string[],
  anchor: string | undefined,
  id: string,
  how: SelectHow,
): readonly string[] {
  if (how === 'toggle') {
    if (!selected.includes(id)) return [...selected, id];
    const rest = selected.filter((other) => other !== id);
    return rest.length > 0 ? rest : selected;
  }
  const [from, to] = [anchor === undefined ? -1 : order.indexOf(anchor), order.indexOf(id)];
  if (how === 'only' || from < 0 || to < 0) return [id];
  const range = from <= to ? order.slice(from, to + 1) : order.slice(to, from + 1).toReversed();
  return range;
}
