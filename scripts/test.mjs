/**
 * `npm test`: everything that must hold. Formatting, lint, import boundaries and types first, then
 * unit and property tests, then browser tests against the production build. Options after `--`:
 * `--only static|unit|browser`. The last line is `N passed, N failed`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { runPythonTests } from './python-tests.mjs';
import { ensureToolchain, installPackages, root, run } from './toolchain.mjs';

const total = { passed: 0, failed: 0 };
const reports = join(root, '.cache', 'reports');
const only = process.argv[process.argv.indexOf('--only') + 1];
const wanted = (part) => !process.argv.includes('--only') || only === part;

/** A check that passes or fails as a whole counts as one test. */
async function check(name, command, args) {
  console.log(`\n– ${name}`);
  const status = await run(command, args, { allowFailure: true });
  count(name, status === 0 ? 1 : 0, status === 0 ? 0 : 1);
}

function count(name, passed, failed) {
  total.passed += passed;
  total.failed += failed;
  console.log(`${name}: ${passed} passed, ${failed} failed`);
}

/** Adds up a runner's JSON report; a runner that died without one is one failure. */
function countReport(name, file, status, read) {
  if (!existsSync(file)) return count(name, 0, 1);
  const { passed, failed } = read(JSON.parse(readFileSync(file, 'utf8')));
  // A runner can fail outside its tests: an unhandled rejection, a file that does not load.
  count(name, passed, failed === 0 && status !== 0 ? 1 : failed);
}

async function main() {
  ensureToolchain();
  await installPackages();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  if (wanted('static')) {
    await check('formatting', 'prettier', [
      '--check',
      '--log-level=warn',
      '--cache',
      `--cache-location=${join(root, '.cache', 'prettier')}`,
      '.',
    ]);
    await check('lint', 'oxlint', ['--quiet']);
    await check('import boundaries', 'depcruise', [
      'apps',
      'packages',
      'examples',
      'tests',
      'training',
      '--output-type',
      'err',
    ]);
    await check('types', 'turbo', ['run', 'check', '--output-logs=errors-only']);
  }

  if (wanted('unit')) {
    console.log('\n– unit and property tests');
    const unitReport = join(reports, 'vitest.json');
    const unitStatus = await run(
      'vitest',
      ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`],
      {
        allowFailure: true,
      },
    );
    countReport('unit and property tests', unitReport, unitStatus, (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests + (report.numFailedTestSuites > 0 && report.numFailedTests === 0 ? 1 : 0),
    }));
  }

  if (wanted('unit')) {
    console.log('\n– tests of training');
    const python = runPythonTests();
    if (python) count('tests of training', python.passed, python.failed);
    else console.log('left out: no Python with PyTorch, OpenCV and onnx (see training/README.md)');
  }

  if (wanted('browser')) {
    console.log('\n– browser tests');
    await run('turbo', ['run', 'build', '--filter=@koma/editor', '--output-logs=errors-only']);
    const chromium = await ensureChromium();
    const browserReport = join(reports, 'playwright.json');
    const browserStatus = await run('pnpm', ['exec', 'playwright', 'test'], {
      allowFailure: true,
      cwd: join(root, 'tests'),
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport, ...(chromium ? { KOMA_CHROMIUM: chromium } : {}) },
    });
    countReport('browser tests', browserReport, browserStatus, ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
    }));
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed++;
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
