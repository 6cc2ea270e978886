import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import { deflateSync } from 'fflate';

const source = fileURLToPath(new URL('../assembly', import.meta.url));
const target = new URL('../src/raster/blend/blend-kernels.wasm.ts', import.meta.url);

/**
 * Compiles `assembly/` to WebAssembly and returns the TypeScript file that carries it. The compiler is
 * pinned by the lock file and its output is a function of the sources alone.
 */
export async function buildKernels(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'koma-kernels-'));
  try {
    const out = join(folder, 'kernels.wasm');
    const options = ['--outFile', out, '-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];
    const { error, stderr } = await asc.main(['index.ts', '--baseDir', source, ...options]);
    if (error) throw new Error(`assembly/ does not compile:\n${stderr.toString()}`);
    return moduleText(await readFile(out));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function moduleText(wasm: Uint8Array): string {
  return [
    '// Generated from packages/core/assembly by packages/core/tools/build-kernels.ts; do not edit.',
    '',
    '/** The compiled kernels, a WebAssembly module, deflated, in base64. */',
    `export const BLEND_KERNELS_WASM =\n  '${Buffer.from(deflateSync(wasm, { level: 9 })).toString('base64')}';`,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await buildKernels();
  await writeFile(target, text);
  console.log(`${fileURLToPath(target)}: ${text.length} bytes`);
}
