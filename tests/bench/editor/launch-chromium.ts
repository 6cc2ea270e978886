import { chromium, type Browser } from '@playwright/test';
import { ensureChromium } from '../../../scripts/chromium.mjs';

const ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Headless Chromium as the browser tests run it. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await ensureChromium();
  return chromium.launch({ args: ARGS, ...(executablePath ? { executablePath } : {}) });
}
