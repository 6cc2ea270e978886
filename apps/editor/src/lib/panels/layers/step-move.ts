import type { LayerInfo } from '#lib/raster/protocol.ts';
import { groupsAround, outermost } from './layer-rows.ts';

/** Where layers go that are moved one place. */
export interface StepMove {
  /** Those that move; what is in a chosen group comes along. */
  readonly ids: readonly string[];
  readonly parent: string | undefined;
  /** How many of the layers that stay there will be below them. */
  readonly index: number;
}

/**
 * Moves chosen layers past the next one of their group; out of the group at its end.
 * @returns undefined where they cannot go on, or are in different groups
 */
export function stepMove(
  layers: readonly LayerInfo[],
  ids: readonly string[],
  by: 1 | -1,
): StepMove | undefined {
  const chosen = outermost(layers, ids).map(({ id }) => id);
  const groups = chosen.map((id) => groupsAround(layers, id)!);
  const parent = groups[0]?.at(-1);
  if (chosen.length === 0 || groups.some((around) => around.at(-1) !== parent)) return undefined;
  const siblings = childrenOf(layers, groups[0]!);
  const places = chosen.map((id) => siblings.findIndex((layer) => layer.id === id));
  const stay = (below: number) => siblings.slice(0, below).filter(({ id }) => !chosen.includes(id)).length;
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const index = by > 0 ? stay(high) + 1 : stay(low) - 1;
  if (index >= 0 && index <= siblings.length - chosen.length) return { ids: chosen, parent, index };
  if (parent === undefined) return undefined;
  const outside = childrenOf(layers, groups[0]!.slice(0, -1));
  const group = outside.findIndex(({ id }) => id === parent);
  return { ids: chosen, parent: groups[0]!.at(-2), index: by > 0 ? group + 1 : group };
}

function childrenOf(layers: readonly LayerInfo[], path: readonly string[]): readonly LayerInfo[] {
  return path.reduce((list, id) => list.find((layer) => layer.id === id)!.children, layers);
}
