import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What is used of Vite, which is a dependency of the editor and not of the tests. */
interface Vite {
  build(config: object): Promise<unknown>;
}

/**
 * Bundles a benchmark's page as the editor is bundled, from the same sources.
 * @param page folder with its index.html
 * @returns a new temporary folder; the caller deletes it
 */
export async function buildPage(page = new URL('./page/', import.meta.url)): Promise<string> {
  const editor = createRequire(new URL('../../../apps/editor/package.json', import.meta.url));
  const vite = (await import(pathToFileURL(editor.resolve('vite')).href)) as Vite;
  const outDir = mkdtempSync(join(tmpdir(), 'koma-bench-'));
  await vite.build({
    root: fileURLToPath(page),
    configFile: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'esnext' },
  });
  return outDir;
}
