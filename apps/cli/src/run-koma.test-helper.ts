import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './outcome.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

/** What a run of the real command left behind. */
export interface KomaRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as JSON lines. */
  readonly outcomes: () => Outcome[];
}

/** Runs `koma` as a process of its own. Tests only. */
export function runKoma(
  cwd: string,
  args: readonly string[],
  started?: (child: ChildProcess) => void,
): Promise<KomaRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (exitCode) => {
      const outcomes = (): Outcome[] =>
        stdout
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as Outcome);
      resolve({ exitCode, stdout, stderr, outcomes });
    });
    started?.(child);
  });
}
