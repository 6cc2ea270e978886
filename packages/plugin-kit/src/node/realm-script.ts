import { fileURLToPath } from 'node:url';
import { buildSync, transformSync } from 'esbuild';

let built: string | undefined;

/** The text of `realm/realm-entry.ts` with all that it needs, which leaves its exports in `komaRealm`; built once a process. */
export function realmScript(): string {
  built ??= buildSync({
    entryPoints: [fileURLToPath(new URL('./realm/realm-entry.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'komaRealm',
    platform: 'neutral',
    target: 'es2024',
    legalComments: 'none',
  }).outputFiles[0]!.text;
  return built;
}

/**
 * A plugin's script without `import()`. In Node, what becomes of an `import()` belongs to the thread's own realm and
 * leads out of the context; as a call of `require`, which is not there, it only throws. The thread ends itself should
 * one be left all the same: see `thread-main.ts`.
 * @throws an error with what is wrong where the text is no script
 */
export function withoutImport(code: string): string {
  // The first time, second arguments go; only without them does esbuild replace the calls.
  return transformed(transformed(code));
}

function transformed(code: string): string {
  return transformSync(code, {
    loader: 'js',
    supported: { 'dynamic-import': false, 'import-attributes': false, 'import-assertions': false },
    target: 'esnext',
    legalComments: 'none',
    logLevel: 'silent',
  }).code;
}
