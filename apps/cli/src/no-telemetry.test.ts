import { existsSync, readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './temporary-folder.test-helper.ts';

const main = join(import.meta.dirname, 'main.ts');
const picture = join(import.meta.dirname, '../../../tests/fixtures/good/one-pixel.png');

test('a run leaves nothing in the home folder: ONNX Runtime would queue usage events there', () => {
  const home = temporaryFolder();
  const out = join(temporaryFolder(), 'out.png');
  const { ORT_DISABLE_TELEMETRY: _, ...env } = process.env;
  const run = spawnSync(process.execPath, [main, 'upscale', picture, '--out', out, '--backend', 'native'], {
    env: { ...env, HOME: home, XDG_CACHE_HOME: join(home, '.cache') },
  });
  expect(run.status).toBe(0);
  expect(existsSync(out)).toBe(true);
  expect(readdirSync(home)).toEqual([]);
});
