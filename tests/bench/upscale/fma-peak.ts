import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Single-precision multiply-adds, two operations each, in GFLOP/s. */
export interface FmaPeak {
  readonly oneThread: number;
  readonly twoThreads: number;
}

/** Older compilers for Arm know the second spelling only. */
const MACHINE_FLAGS = ['-march=native', '-mcpu=native'];

/** Compiles and runs fma-peak.c. @returns undefined without a C compiler */
export function measureFmaPeak(): FmaPeak | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'koma-bench-'));
  try {
    const program = join(folder, 'fma-peak');
    if (!MACHINE_FLAGS.some((flag) => compile(program, flag))) return undefined;
    const measure = (threads: number): number =>
      Number(
        execFileSync(program, [String(threads)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      );
    return { oneThread: measure(1), twoThreads: measure(2) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compile(program: string, machineFlag: string): boolean {
  const source = fileURLToPath(new URL('./fma-peak.c', import.meta.url));
  const args = ['-O3', machineFlag, '-pthread', source, '-o', program];
  return spawnSync('cc', args, { stdio: 'ignore' }).status === 0;
}
