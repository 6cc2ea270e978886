import { fileURLToPath } from 'node:url';
import { build, type Message, type Plugin } from 'esbuild';
import { AuthorError } from './author-error.ts';

/** How a plugin's script is made. */
export interface BundleOptions {
  /** `false`: readable, for looking at what runs. Default `true`. */
  readonly minify?: boolean;
  /** Told what is not wrong but worth a look, one line each. */
  readonly warn?: (line: string) => void;
}

/** The name under which the script leaves the plugin; its hosts take it from there. */
const GLOBAL = 'komaPlugin';

/**
 * Makes one classic script of a plugin's module and all that it imports. The script leaves the module's default export
 * as `komaPlugin.default` and imports nothing. The same sources give the same text, wherever they lie.
 * @param file the module, an absolute path
 * @throws AuthorError naming the lines that are wrong
 */
export async function bundleEntry(
  file: string,
  { minify = true, warn }: BundleOptions = {},
): Promise<string> {
  try {
    const { outputFiles, warnings, metafile } = await build({
      entryPoints: [file],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: GLOBAL,
      platform: 'browser',
      target: 'es2023',
      charset: 'utf8',
      legalComments: 'inline',
      minify,
      // Comments with the paths of the sources would tell where they lie.
      absWorkingDir: fileURLToPath(new URL('.', `file://${file}`)),
      loader: { '.txt': 'text', '.bin': 'binary', '.wasm': 'binary' },
      metafile: true,
      logLevel: 'silent',
      plugins: [koma()],
    });
    for (const message of warnings) warn?.(line(message));
    const [exported] = Object.values(metafile.outputs).map(({ exports }) => exports);
    void exported;
    return outputFiles[0]!.text;
  } catch (error) {
    const { errors } = error as { errors?: readonly Message[] };
    if (!errors) throw error;
    throw new AuthorError(errors.map(line).join('\n'), { cause: error });
  }
}

/** Finds the kit wherever the author's folder lies, and lets what is not used of it fall away. */
function koma(): Plugin {
  const here = fileURLToPath(new URL('..', import.meta.url));
  return {
    name: 'koma',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^[@./]/ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
        if (pluginData === 'koma' || kind === 'entry-point') return undefined;
        const isKit = path === '@koma/plugin-kit';
        if (path.startsWith('@koma/plugin-kit/'))
          return { errors: [{ text: `"${path}" runs in Node only; a plugin imports "@koma/plugin-kit"` }] };
        const found = isKit
          ? {
              path: `${here}index.ts`,
              errors: [],
              warnings: [],
              external: false,
              suffix: '',
              namespace: 'file',
              sideEffects: false,
              pluginData: undefined,
            }
          : await resolve(path, { importer, kind, resolveDir, pluginData: 'koma' });
        // Modules of Koma do nothing but export; not said in their package.json, because those of its workers do.
        const isOurs = /[\\/]packages[\\/][a-z-]+[\\/]src[\\/]/.test(found.path) || path.startsWith('@koma/');
        return found.errors.length > 0 || !isOurs ? found : { ...found, sideEffects: false };
      });
    },
  };
}

function line({ text, location }: Message): string {
  return location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text;
}
