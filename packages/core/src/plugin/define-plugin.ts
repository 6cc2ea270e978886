import type { Plugin } from './protocol.ts';

/** Names the parts of a plugin; a plugin's entry module exports its result as default. */
export function definePlugin(plugin: Plugin): Plugin {
  return Object.freeze({ operations: Object.freeze({ ...plugin.operations }) });
}
