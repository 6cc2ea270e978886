import { chromium } from '@playwright/test';
import type { ProbeBrowser } from './browser.ts';

/** The system's Chromium, or Playwright's. */
export async function startChromium(): Promise<ProbeBrowser> {
  const executablePath = process.env['KOMA_CHROMIUM'];
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  return {
    name: `Chromium ${browser.version()}`,
    goto: async (url) => void (await page.goto(url)),
    evaluate: (script) => page.evaluate(script),
    close: () => browser.close(),
  };
}
