import { readFile } from 'node:fs/promises';
import type { Plugin } from '@koma/core/plugin';
import { parseManifest } from '@koma/core/plugin';
import type { CliPlugin } from './cli-plugin.ts';
import { startRunner } from './start-runner.ts';

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
 * The plugins that come with Koma.
 * @throws KomaError `PLUGIN_MANIFEST_INVALID`
 */
export function loadBuiltins(): Promise<CliPlugin[]> {
  return Promise.all(BUILTINS.map(loadBuiltin));
}

async function loadBuiltin({ manifest: address, load }: (typeof BUILTINS)[number]): Promise<CliPlugin> {
  const manifest = parseManifest(JSON.parse(await readFile(new URL(address), 'utf8')));
  const readPluginFile = async (path: string): Promise<Uint8Array> => readFile(new URL(path, address));
  return {
    manifest,
    foreign: false,
    start: async (request) =>
      startRunner({ manifest, readPluginFile, plugin: (await load()).default }, request),
  };
}
