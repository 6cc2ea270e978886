import { resolve } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

const SUFFIX = '?guest';

/**
 * A module and all it imports as one classic script, for a worker that can load nothing.
 * @param file absolute path
 * @param globalName the variable that gets what the module exports; absent: none
 * @returns the script, and the files it was made from
 */
export async function bundleGuest(
  file: string,
  globalName?: string,
): Promise<{ text: string; inputs: string[] }> {
  const result = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    ...(globalName !== undefined && { globalName }),
    target: 'esnext',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const inputs = Object.keys(result.metafile.inputs).map((input) => resolve(input));
  return { text: result.outputFiles[0]!.text, inputs };
}

/** Lets `import text from './x.ts?guest'` give that module as the text of one classic script. */
export function guestText(): Plugin {
  return {
    name: 'koma-guest-text',
    enforce: 'pre',
    resolveId: {
      filter: { id: /\?guest$/ },
      async handler(source, importer) {
        const resolved = await this.resolve(source.slice(0, -SUFFIX.length), importer, { skipSelf: true });
        return resolved && resolved.id + SUFFIX;
      },
    },
    load: {
      filter: { id: /\?guest$/ },
      async handler(id) {
        const { text, inputs } = await bundleGuest(id.slice(0, -SUFFIX.length));
        for (const input of inputs) this.addWatchFile(input);
        return `export default ${JSON.stringify(text)};`;
      },
    },
  };
}
