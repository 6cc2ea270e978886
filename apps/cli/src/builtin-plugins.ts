import { readFile } from 'node:fs/promises';
import type { OperationSpec, Plugin, PluginManifest } from '@koma/core/plugin';
import { parseManifest } from '@koma/core/plugin';

/** A plugin that comes with Koma. */
export interface BuiltinPlugin {
  readonly manifest: PluginManifest;
  /** Reads a file of the plugin by its path in the plugin. */
  readonly readPluginFile: (path: string) => Promise<Uint8Array>;
  /** Imports the plugin's code, which help and wrong usage never need. */
  readonly load: () => Promise<Plugin>;
}

/** A sub-command: one operation of one plugin. */
export interface Command {
  readonly plugin: BuiltinPlugin;
  readonly operation: OperationSpec;
}

const BUILTINS: readonly { manifest: string; load: () => Promise<{ default: Plugin }> }[] = [
  {
    manifest: import.meta.resolve('@koma/plugin-upscale/manifest'),
    load: () => import('@koma/plugin-upscale'),
  },
  {
    manifest: import.meta.resolve('@koma/plugin-colorize/manifest'),
    load: () => import('@koma/plugin-colorize'),
  },
  {
    manifest: import.meta.resolve('@koma/plugin-segment/manifest'),
    load: () => import('@koma/plugin-segment'),
  },
];

/**
 * The commands that the built-in plugins' manifests contribute.
 * @throws KomaError `PLUGIN_MANIFEST_INVALID`
 */
export async function loadCommands(): Promise<Command[]> {
  const plugins = await Promise.all(BUILTINS.map(loadPlugin));
  return plugins.flatMap((plugin) =>
    plugin.manifest.contributes.operations.map((operation) => ({ plugin, operation })),
  );
}

/** The command called `name`: an operation's id, or in full `<plugin-id>:<operation>`. */
export function findCommand(commands: readonly Command[], name: string): Command | undefined {
  return commands.find(
    ({ plugin, operation }) => name === operation.id || name === `${plugin.manifest.id}:${operation.id}`,
  );
}

async function loadPlugin({ manifest, load }: (typeof BUILTINS)[number]): Promise<BuiltinPlugin> {
  return {
    manifest: parseManifest(JSON.parse(await readFile(new URL(manifest), 'utf8'))),
    readPluginFile: async (path) => readFile(new URL(path, manifest)),
    load: async () => (await load()).default,
  };
}
