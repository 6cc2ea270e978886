import { loadBuiltins } from './builtin-plugins.ts';
import type { Command } from './cli-plugin.ts';
import type { ExportCommand } from './plugins/export-command.ts';
import { installedPlugins } from './plugins/installed-plugins.ts';

/**
 * The commands that the manifests of built-in and installed plugins contribute.
 * @throws KomaError `PLUGIN_MANIFEST_INVALID`
 */
export async function loadCommands(): Promise<Command[]> {
  const plugins = [...(await loadBuiltins()), ...(await installedPlugins())];
  return plugins.flatMap((plugin) =>
    plugin.manifest.contributes.operations.map((operation) => ({ plugin, operation })),
  );
}

/** The exporter called `name`, of an installed plugin. */
export async function findExporterCommand(name: string): Promise<ExportCommand | undefined> {
  for (const plugin of await installedPlugins())
    for (const exporter of plugin.manifest.contributes.exporters ?? [])
      if (name === `${plugin.manifest.id}:${exporter.id}`) return { plugin, exporter };
  return undefined;
}

/** The name by which a command is called: an operation's id, or in full `<plugin-id>:<operation>` for plugins of others. */
export function commandName({ plugin, operation }: Command): string {
  return plugin.foreign ? `${plugin.manifest.id}:${operation.id}` : operation.id;
}

/** The command called `name`. Every one has its full name; those of built-in plugins a short one too. */
export function findCommand(commands: readonly Command[], name: string): Command | undefined {
  return commands.find(
    (command) =>
      name === commandName(command) || name === `${command.plugin.manifest.id}:${command.operation.id}`,
  );
}
