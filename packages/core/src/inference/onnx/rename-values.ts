import type { OnnxModel } from './model.ts';

/**
 * The same model with other names for some of its values. A value that has one of the new names already makes way.
 * @param names new names by old ones; no two new ones are the same
 */
export function renameValues(model: OnnxModel, names: ReadonlyMap<string, string>): OnnxModel {
  const { graph } = model;
  const taken = new Set([
    ...graph.inputs.map(({ name }) => name),
    ...graph.initializers.map(({ name }) => name),
    ...graph.nodes.flatMap(({ outputs }) => outputs),
  ]);
  const all = new Map(names);
  for (const name of names.values()) {
    if (!taken.has(name) || names.has(name)) continue;
    let other = `${name}_`;
    while (taken.has(other)) other += '_';
    taken.add(other);
    all.set(name, other);
  }
  const renamed = (name: string): string => all.get(name) ?? name;
  const named = <T extends { readonly name: string }>(value: T): T => ({
    ...value,
    name: renamed(value.name),
  });
  return {
    ...model,
    graph: {
      ...graph,
      inputs: graph.inputs.map(named),
      outputs: graph.outputs.map(named),
      initializers: graph.initializers.map(named),
      nodes: graph.nodes.map((node) => ({
        ...node,
        inputs: node.inputs.map(renamed),
        outputs: node.outputs.map(renamed),
      })),
    },
  };
}
