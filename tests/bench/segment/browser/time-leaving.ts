import type { Page } from '@playwright/test';
import type { Watched } from './watch-workers.ts';

type WithResult = Watched & { leaving: Promise<number> };

/**
 * Takes another tool while the page is being looked at, which gives that up.
 * @param take takes the tool, and waits
 * @returns milliseconds from the key to the first frame in which no worker has anything to do any more; Infinity
 *   where that takes more than 10 s
 */
export async function timeLeaving(page: Page, take: () => Promise<void>): Promise<number> {
  // Before it is taken: a busy page may hear of a key before it hears of what is to be done then.
  await page.evaluate(() => {
    const GIVE_UP = 10_000;
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    const watched = globalThis as unknown as WithResult;
    const { traffic } = watched;
    traffic.pressed = 0;
    const watch = async (): Promise<number> => {
      while (traffic.pressed === 0) await frame();
      const started = traffic.pressed;
      // The editor has heard of the key after another frame; calls that end it are among those counted then.
      await frame();
      while (traffic.waiting > 0) {
        if (performance.now() - started > GIVE_UP) return Infinity;
        await frame();
      }
      return performance.now() - started;
    };
    watched.leaving = watch();
  });
  await take();
  await page.keyboard.press('b');
  return page.evaluate(() => (globalThis as unknown as WithResult).leaving);
}
