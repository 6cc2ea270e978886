import type { Plugin } from './protocol.ts';

/** Names the parts of a plugin; a plugin's entry module exports its result as default. */
export function definePlugin(plugin: Plugin): Plugin {
  const { operations, generators } = plugin;
  return Object.freeze({
    operations: Object.freeze({ ...operations }),
    ...(generators && { generators: Object.freeze({ ...generators }) }),
  });
}
