import type { Browser } from '@playwright/test';
import { middleOf, openEditor, openPicture } from './editor-session.ts';

const MOVES = 40;

/**
 * Draws a line with the mouse and watches the canvas around the pointer.
 * @returns of each event, frames until the canvas changed there; 0 is the event's own
 */
export async function strokeFrames(browser: Browser, url: string, png: string): Promise<number[]> {
  const page = await openEditor(browser, url);
  await openPicture(page, png);
  const { x, y } = await middleOf(page);
  await page.keyboard.press('b');
  await page.mouse.move(x - MOVES * 2, y);
  await page.mouse.down();
  await page.evaluate(watchCanvas);
  for (let i = 1; i <= MOVES; i++) {
    await page.mouse.move(x - MOVES * 2 + 4 * i, y + 3 * (i % 2));
    await page.waitForFunction((count) => (globalThis as unknown as Watched).frames.length >= count, i);
  }
  await page.mouse.up();
  const frames = await page.evaluate(() => (globalThis as unknown as Watched).frames);
  await page.context().close();
  return frames;
}

interface Watched {
  /** Of each pointer event that was answered. */
  readonly frames: number[];
}

/** Runs in the page. */
function watchCanvas(): void {
  const [SIDE, GIVE_UP] = [64, 60];
  const frames: number[] = [];
  Object.assign(globalThis, { frames });
  const canvas = document.querySelector<HTMLCanvasElement>('[data-testid=picture]')!;
  const probe = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true })!;
  const look = (x: number, y: number): string => {
    const { left, top } = canvas.getBoundingClientRect();
    probe.clearRect(0, 0, SIDE, SIDE);
    probe.drawImage(canvas, left - x + SIDE / 2, top - y + SIDE / 2);
    return String(new Uint32Array(probe.getImageData(0, 0, SIDE, SIDE).data.buffer));
  };
  const onMove = async ({ clientX, clientY }: PointerEvent): Promise<void> => {
    const before = look(clientX, clientY);
    let count = -1;
    do {
      await new Promise((next) => requestAnimationFrame(next));
      count++;
    } while (look(clientX, clientY) === before && count < GIVE_UP);
    frames.push(count);
  };
  addEventListener('pointermove', (event) => void onMove(event as PointerEvent), { capture: true });
}
