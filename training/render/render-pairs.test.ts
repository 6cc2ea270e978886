import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from './temporary-folder.test-helper.ts';

const COMMAND = fileURLToPath(new URL('render-pairs.ts', import.meta.url));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const run = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, ...args], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });

test('shards that are there stay; one that is missing is rendered as it was', async () => {
  const folder = join(temporaryFolder(), 'new');
  const args = ['--out', folder, '--seed', '3', '--count', '5', '--size', '32', '--shard', '2'];
  const first = await run(...args);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain('0 of 5 records are there; 5 to render.');
  const names = [3, 5, 7].flatMap((seed) => [`pairs-32-${seed}.bin`, `pairs-32-${seed}.json`]);
  expect(readdirSync(folder).sort()).toEqual(names);
  expect(statSync(join(folder, 'pairs-32-7.bin')).size).toBe(32 * 32 * 10);

  const gone = join(folder, 'pairs-32-5.bin');
  const bytes = readFileSync(gone);
  const kept = statSync(join(folder, 'pairs-32-3.bin'));
  rmSync(gone);
  const second = await run(...args, '--workers', '1');
  expect(second.stdout).toContain('3 of 5 records are there; 2 to render.');
  expect(readFileSync(gone).equals(bytes)).toBe(true);
  expect(statSync(join(folder, 'pairs-32-3.bin'))).toMatchObject({ ino: kept.ino, mtimeMs: kept.mtimeMs });

  const other = await run(...args.slice(0, -1), '4');
  expect(other.code).toBe(1);
  expect(other.stderr).toContain('--shard');
});

test('wrong usage says what is wrong and writes nothing', async () => {
  const folder = join(temporaryFolder(), 'new');
  const { code, stderr } = await run('--out', folder, '--seed', '3', '--count', 'x', '--size', '32');
  expect(code).toBe(2);
  expect(stderr).toContain('--count has to be a whole number');
  expect(stderr).toContain('usage: render-pairs --out DIR');
  expect(() => statSync(folder)).toThrow('ENOENT');
});
