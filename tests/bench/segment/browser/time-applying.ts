import type { Page } from '@playwright/test';
import type { Watched } from './watch-workers.ts';

const APPLIED = 'Cut out to a new layer.';
const CANCELLED = 'Cancelled.';
/** Milliseconds after which nothing is waited for any more. */
const GIVE_UP = 15_000;

type WithResult = Watched & { applying: Promise<number | undefined> };

/** Milliseconds from Enter to the message that there is a new layer; Infinity where none comes. */
export async function timeApplying(page: Page): Promise<number> {
  await page.evaluate(
    ({ text, giveUp }) => {
      const frame = () => new Promise((next) => requestAnimationFrame(next));
      const watched = globalThis as unknown as WithResult;
      const { traffic } = watched;
      traffic.pressed = 0;
      const watch = async (): Promise<number> => {
        while (traffic.pressed === 0) await frame();
        while (!document.body.textContent.includes(text)) {
          if (performance.now() - traffic.pressed > giveUp) return Infinity;
          await frame();
        }
        return performance.now() - traffic.pressed;
      };
      watched.applying = watch();
    },
    { text: APPLIED, giveUp: GIVE_UP },
  );
  await page.keyboard.press('Enter');
  return (await page.evaluate(() => (globalThis as unknown as WithResult).applying))!;
}

/**
 * Applies and cancels.
 * @param after milliseconds to let it work
 * @returns milliseconds from the click on Cancel to the message that it is over; undefined where it was done before,
 *   Infinity where nothing is told
 */
export async function cancelApplying(page: Page, after: number): Promise<number | undefined> {
  await page.evaluate(
    ({ after, giveUp, texts: { applied, cancelled } }) => {
      const frame = () => new Promise((next) => requestAnimationFrame(next));
      const says = (text: string): boolean => document.body.textContent.includes(text);
      const button = () =>
        [...document.querySelectorAll<HTMLButtonElement>('.strip button')].find(
          ({ textContent }) => textContent.trim() === 'Cancel',
        );
      const end = performance.now() + giveUp;
      const isHopeless = (): boolean => performance.now() > end;
      const watch = async (): Promise<number | undefined> => {
        while (!button() && !says(applied)) {
          if (isHopeless()) return Infinity;
          await frame();
        }
        await new Promise((over) => setTimeout(over, after));
        const cancel = button();
        if (!cancel) return undefined;
        const started = performance.now();
        cancel.click();
        while (!says(cancelled) && !says(applied)) {
          if (isHopeless()) return Infinity;
          await frame();
        }
        return says(applied) ? undefined : performance.now() - started;
      };
      (globalThis as unknown as WithResult).applying = watch();
    },
    { after, giveUp: GIVE_UP, texts: { applied: APPLIED, cancelled: CANCELLED } },
  );
  await page.keyboard.press('Enter');
  const time = await page.evaluate(() => (globalThis as unknown as WithResult).applying);
  if (time !== undefined && time < Infinity) await page.getByText(CANCELLED).waitFor({ state: 'hidden' });
  return time;
}
