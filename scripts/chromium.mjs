/**
 * Finds a Chromium for the browser tests: one named by KOMA_CHROMIUM, the system's, Debian's package
 * (installed if this is Debian and we may), or Playwright's own download.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, toolchainEnv } from './toolchain.mjs';

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {Promise<string | undefined>} its path; undefined: Playwright knows where its own is */
export async function ensureChromium() {
  const named = process.env.KOMA_CHROMIUM;
  const found = [named, ...KNOWN].find((path) => path && existsSync(path));
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium from Debian');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...toolchainEnv(), DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  console.log("Installing Playwright's Chromium");
  await run('pnpm', ['exec', 'playwright', 'install', 'chromium'], { cwd: join(root, 'tests') });
  return undefined;
}
