import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const source = fileURLToPath(new URL('../assembly', import.meta.url));
const target = new URL('../src/solver/solver.wasm.ts', import.meta.url);

/**
 * Compiles `assembly/` to WebAssembly and returns the TypeScript file that carries it. The compiler is
 * pinned by the lock file and its output is a function of the sources alone.
 */
export async function buildSolver(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'koma-solver-'));
  try {
    const out = join(folder, 'solver.wasm');
    const options = ['--outFile', out, '-O3', '--noAssert', '--runtime', 'stub'];
    const { error, stderr } = await asc.main(['index.ts', '--baseDir', source, ...options]);
    if (error) throw new Error(`assembly/ does not compile:\n${stderr.toString()}`);
    return moduleText(await readFile(out));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function moduleText(wasm: Uint8Array): string {
  return [
    '// Generated from packages/lineart/assembly by packages/lineart/tools/build-solver.ts; do not edit.',
    '',
    '/** The compiled solvers, a WebAssembly module, in base64. */',
    `export const SOLVER_WASM =\n  '${Buffer.from(wasm).toString('base64')}';`,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await buildSolver();
  await writeFile(target, text);
  console.log(`${fileURLToPath(target)}: ${text.length} bytes`);
}
