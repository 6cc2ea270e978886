import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface PageMemory {
  /** Bytes of the resident set at its largest, over what it was with the page loaded. */
  readonly peak: number;
  /** Bytes of heap and buffers that a page with strokes keeps, over the page. */
  readonly kept: number;
}

/** Measures a page in a process of its own. @returns undefined where the system does not tell */
export async function measureMemory(): Promise<PageMemory | undefined> {
  if (!existsSync('/proc/self/clear_refs')) return undefined;
  const child = spawn(
    process.execPath,
    ['--expose-gc', fileURLToPath(new URL('./page-memory-child.ts', import.meta.url))],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error(`The process that measures memory ended with exit code ${status}.`);
  return JSON.parse(text) as PageMemory;
}
