import type { Command } from './cli-plugin.ts';
import type { Streams } from './run-command.ts';

/** A command that is no plugin's operation; it comes before one of that name. */
export interface OwnCommand {
  readonly name: string;
  /** A sentence for `koma --help`. */
  readonly summary: string;
  /**
   * @param argv without the command's name
   * @param commands the plugins' operations
   * @returns the exit code
   * @throws UsageError before any work
   */
  readonly run: (argv: readonly string[], streams: Streams, commands: readonly Command[]) => Promise<number>;
}

// What a command needs is loaded for that command only.

/** The commands that are no plugin's operation, in the order of the help. */
export const OWN_COMMANDS: readonly OwnCommand[] = [
  {
    name: 'generate',
    summary: 'Draws characters, by attributes or by chance.',
    run: async (argv, streams) =>
      (await import('./generate/generate-command.ts')).generateCommand(argv, streams),
  },
  {
    name: 'page',
    summary: 'Draws manga pages, with their truth.',
    run: async (argv, streams) => (await import('./page/page-command.ts')).pageCommand(argv, streams),
  },
  {
    name: 'dataset',
    summary: 'Writes a labelled data set of characters: pictures, truth, splits and a data card.',
    run: async (argv, streams) =>
      (await import('./dataset/dataset-command.ts')).datasetCommand(argv, streams),
  },
  {
    name: 'plugin',
    summary: 'Installs, lists and removes plugins of others.',
    run: async (argv, streams) => (await import('./plugins/plugin-command.ts')).pluginCommand(argv, streams),
  },
  {
    name: 'rerun',
    summary: 'Makes the layers of a project again that operations made.',
    run: async (argv, streams, commands) =>
      (await import('./rerun-command.ts')).rerunCommand(argv, streams, commands),
  },
];
