import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCommands } from './load-commands.ts';
import { backendOrder } from './engine-loaders.ts';
import { planJobs } from './plan-jobs.ts';
import { readPicture } from './read-picture.ts';
import { Reporter } from './reporter.ts';
import { runJobs } from './run-jobs.ts';
import { fixture, temporaryFolder } from './temporary-folder.test-helper.ts';

test('auto tries native code first; a backend asked for by name is the only one', () => {
  expect(backendOrder('auto')).toEqual(['native', 'wasm']);
  expect(backendOrder('wasm')).toEqual(['wasm']);
});

// ONNX Runtime for the web takes its number of threads once a process.
test.each([{ noise: '1' }, { noise: 'off' }])(
  'native and threaded WebAssembly differ by one level at most (noise $noise)',
  async ({ noise }) => {
    const folder = temporaryFolder();
    const [command] = await loadCommands();
    const results = [];
    for (const backend of ['native', 'wasm'] as const) {
      const path = join(folder, `${backend}.png`);
      const target = { kind: 'file', path, format: 'png', quality: 95 } as const;
      const jobs = planJobs([{ path: fixture('good/alpha.png'), name: 'alpha' }], target);
      const silent = { write: () => {} };
      const reporter = new Reporter(1, { json: false, quiet: true, stdout: silent, stderr: silent });
      const outcomes = await runJobs(
        { command: command!, params: { noise }, inputs: {}, target, backend, threads: 2 },
        jobs,
        new Set(),
        reporter,
      );
      expect(outcomes).toMatchObject([{ status: 'done' }]);
      results.push((await readPicture(path)).image);
    }
    const [native, wasm] = results;
    expect(native).toMatchObject({ width: 96, height: 64 });
    const largest = native!.data.reduce(
      (max, value, i) => Math.max(max, Math.abs(value - wasm!.data[i]!)),
      0,
    );
    expect(largest).toBeLessThanOrEqual(1);
  },
);
