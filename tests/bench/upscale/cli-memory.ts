import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { NATIVE_THREADS } from './native-upscaler.ts';
import { samplePng } from './test-picture.ts';

/** A page scanned at 300 dpi: 12 megapixels. */
const WIDTH = 4000;
const HEIGHT = 3000;

export interface CliRun {
  /** Largest resident set of the process. */
  readonly peakBytes: number;
  readonly seconds: number;
}

/** Doubles a 4000 × 3000 picture with the command line in a process of its own. */
export async function measureCliMemory(): Promise<CliRun> {
  const folder = mkdtempSync(join(tmpdir(), 'koma-bench-'));
  try {
    const [input, output, peak] = ['big.png', 'out.png', 'peak.txt'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(input, await samplePng('panel', WIDTH, HEIGHT));
    const started = performance.now();
    const args = ['--scale', '2', '--noise', 'off', '--out', output, '--threads', String(NATIVE_THREADS)];
    await runKoma(['upscale', input, ...args], peak);
    const seconds = (performance.now() - started) / 1000;
    const { width, height } = await sharp(output).metadata();
    if (width !== 2 * WIDTH || height !== 2 * HEIGHT) throw new Error(`The result is ${width} × ${height}.`);
    return { peakBytes: Number(readFileSync(peak, 'utf8')), seconds };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param peak the file for the memory figure */
async function runKoma(args: readonly string[], peak: string): Promise<void> {
  const hook = new URL('./peak-memory-hook.ts', import.meta.url).href;
  const main = fileURLToPath(new URL('../../../apps/cli/src/main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', hook, main, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, KOMA_PEAK_MEMORY: peak },
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error(`koma upscale ended with exit code ${status}: ${complaint.slice(-500)}`);
}
