import { expect, test } from 'vitest';
import type { Outcome } from './outcome.ts';
import { Reporter } from './reporter.ts';

const DONE: Outcome = { input: 'a.jpg', output: 'o/a.png', status: 'done', error: null, ms: 1234 };
const SKIPPED: Outcome = { input: 'b.jpg', output: 'o/b.png', status: 'skipped', error: null, ms: 0 };
const FAILED: Outcome = { input: 'c.jpg', output: null, status: 'failed', error: 'It broke.', ms: 7 };

function report({ json = false, quiet = false, isTTY = false }) {
  const text = { stdout: '', stderr: '' };
  let time = 0;
  const stream = (name: 'stdout' | 'stderr') => ({
    isTTY,
    columns: 60,
    write: (part: string) => (text[name] += part),
  });
  const reporter = new Reporter(3, {
    json,
    quiet,
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    now: () => time,
  });
  for (const outcome of [DONE, SKIPPED, FAILED]) {
    reporter.begin(outcome.input);
    for (let i = 1; i <= 1000; i++) {
      time += 1;
      reporter.progress(i / 1000);
    }
    reporter.end(outcome);
  }
  reporter.finish();
  return text;
}

const FAILURES = 'koma: 1 of 3 failed:\n  c.jpg: It broke.\n';

test('without a terminal: a line a file, then the failed ones again', () => {
  expect(report({})).toEqual({
    stdout: '',
    stderr: `[1/3] o/a.png (1.2 s)\n[2/3] o/b.png is already there\n[3/3] c.jpg: It broke.\n1 done, 1 skipped, 1 failed.\n${FAILURES}`,
  });
});

test('JSON: one object a line with exactly these fields in this order, and nothing else', () => {
  const { stdout, stderr } = report({ json: true });
  expect(stdout.split('\n')).toEqual([
    ...[DONE, SKIPPED, FAILED].map((outcome) => JSON.stringify(outcome)),
    '',
  ]);
  expect(stderr).toBe(FAILURES);
});

test('quiet: only what failed', () => {
  expect(report({ quiet: true, isTTY: true })).toEqual({ stdout: '', stderr: FAILURES });
});

test('on a terminal: a line redrawn in place, ten times a second at most', () => {
  const { stderr } = report({ isTTY: true });
  const drawn = stderr.split('\r').filter((line) => line.includes('%'));
  expect(drawn.length).toBeGreaterThan(20);
  expect(drawn.length).toBeLessThanOrEqual(31);
  expect(stderr).toContain('1 done, 1 skipped, 1 failed.');
  expect(stderr.endsWith(`  c.jpg: It broke.\n`)).toBe(true);
});
