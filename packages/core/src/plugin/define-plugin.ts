import type { Plugin } from './protocol.ts';

/** Names the parts of a plugin; a plugin's entry module exports its result as default. */
export function definePlugin(plugin: Plugin): Plugin {
  const { operations, interactive, generators, exporters } = plugin;
  return Object.freeze({
    operations: Object.freeze({ ...operations }),
    ...(interactive && { interactive: Object.freeze({ ...interactive }) }),
    ...(generators && { generators: Object.freeze({ ...generators }) }),
    ...(exporters && { exporters: Object.freeze({ ...exporters }) }),
  });
}
