import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './outcome.ts';
import { runCli } from './run-cli.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

// What a developer has installed must not show in tests.
process.env['KOMA_HOME'] ??= join(tmpdir(), 'koma-tests-without-plugins');

/** What a run of the command left behind. */
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
    child.on('close', (exitCode) => resolve(komaRun(exitCode, stdout, stderr)));
    started?.(child);
  });
}

/**
 * Runs `koma` in this process, which is quicker; for what does not depend on the process. One at a time:
 * the working folder is the process's. Tests only.
 */
export async function runKomaHere(cwd: string, args: readonly string[]): Promise<KomaRun> {
  const before = process.cwd();
  let [stdout, stderr] = ['', ''];
  process.chdir(cwd);
  try {
    const exitCode = await runCli(args, {
      stdout: { write: (text) => (stdout += text) },
      stderr: { write: (text) => (stderr += text) },
    });
    return komaRun(exitCode, stdout, stderr);
  } finally {
    process.chdir(before);
  }
}

function komaRun(exitCode: number | null, stdout: string, stderr: string): KomaRun {
  const lines = () => stdout.split('\n').filter((line) => line !== '');
  return { exitCode, stdout, stderr, outcomes: () => lines().map((line) => JSON.parse(line) as Outcome) };
}
