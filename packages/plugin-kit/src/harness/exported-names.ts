import { parseManifest, PluginHost, type PluginManifest, type TextOutput } from '@koma/core/plugin';
import { startSandboxed } from '@koma/core/sandbox';
import { startThread } from '../node/index.ts';

/** What a plugin's script exports, by kind. */
export type ExportedNames = Readonly<Record<(typeof KINDS)[number], readonly string[]>>;

const KINDS = ['operations', 'interactive', 'generators', 'exporters'] as const;

/** Asks the plugin for nothing, and wraps it in one that says what it is made of. */
const REPORT = `;if (globalThis.komaPlugin?.default) komaPlugin = ((plugin) => ({ default: { operations: { names: async () => ({ text: { text: JSON.stringify(
  Object.fromEntries(${JSON.stringify(KINDS)}.map((kind) => [kind, Object.keys(plugin[kind] ?? {})]))) } }) } } }))(komaPlugin.default);`;

const en = (text: string) => ({ en: text });
const picture = { width: 1, height: 1, data: new Uint8ClampedArray(4) };

/**
 * Starts a plugin's script where plugins run, and looks what it exports.
 * @param script the entry of a package
 * @throws KomaError `PLUGIN_FAILED` where it cannot be started, in words
 */
export async function exportedNames(script: string, { id, name }: PluginManifest): Promise<ExportedNames> {
  const manifest = parseManifest({
    manifestVersion: 1,
    id,
    version: '1.0.0',
    engines: { koma: '*' },
    name,
    description: name,
    author: 'nobody',
    license: 'none',
    entry: 'main.js',
    permissions: ['layer:read'],
    models: [],
    contributes: {
      operations: [
        {
          id: 'names',
          title: name,
          summary: name,
          inputs: [{ name: 'image', type: 'image', label: en('Picture') }],
          outputs: [{ name: 'text', type: 'text' }],
          placement: [],
          params: [],
        },
      ],
    },
  });
  const none = (): Promise<never> => Promise.reject(new TypeError('a plugin that starts asks for nothing'));
  const thread = startThread({ code: script + REPORT, name: id });
  const host = new PluginHost({
    manifest,
    engine: { preference: 'auto' },
    start: (_engine, crashed) =>
      startSandboxed(thread.port, {
        manifest,
        granted: manifest.permissions,
        services: {
          inference: { backend: { name: 'native', threads: 1 }, open: none, run: none, release: none },
          models: { bytes: none },
          file: none,
          log: () => {},
        },
        crashed,
        close: () => thread.remove(),
      }),
  });
  try {
    const { text } = (await host.run('names', { image: { image: picture } }, {}))['text'] as TextOutput;
    return JSON.parse(text) as ExportedNames;
  } finally {
    host.dispose();
    await thread.ended;
  }
}

/** What the manifest promises and the script does not have, as sentences. */
export function missingExports({ contributes }: PluginManifest, names: ExportedNames): string[] {
  const { operations, generators = [], exporters = [] } = contributes;
  const promised = {
    operations: operations.map(({ id }) => id),
    interactive: operations.filter(({ interactive }) => interactive === true).map(({ id }) => id),
    generators: generators.map(({ id }) => id),
    exporters: exporters.map(({ id }) => id),
  };
  return KINDS.flatMap((kind) =>
    promised[kind]
      .filter((id) => !names[kind].includes(id))
      .map(
        (id) => `the manifest promises "${id}" among its ${kind}, but definePlugin({ ${kind}: … }) has none`,
      ),
  );
}
