import type { OperationSpec, ParamValue } from '@koma/core/plugin';

/** What an operation's panel holds. */
export interface RecipeForm {
  readonly values: Record<string, ParamValue | undefined>;
  /** Chosen member of every exclusive group, by the group's id. */
  readonly members: Record<string, number>;
}

/** Fills an operation's panel with parameters that were once handed over; unknown ones are left out. */
export function recipeForm(spec: OperationSpec, params: Readonly<Record<string, ParamValue>>): RecipeForm {
  const known = spec.params.filter(({ id }) => params[id] !== undefined);
  const values = Object.fromEntries(known.map(({ id }) => [id, params[id]]));
  const members: Record<string, number> = {};
  for (const group of spec.exclusive ?? []) {
    const given = group.members.findIndex((member) => member.params.some((id) => params[id] !== undefined));
    members[group.id] = Math.max(0, given);
  }
  return { values, members };
}
