import { expect, test, type CDPSession } from '@playwright/test';
import { difference, DrawingPage, pixel } from './drawing-page.ts';
import type { Place } from './picture-pointer.ts';
import { maxDifference, pixelsOf, type Pixels } from './studio-page.ts';

test.describe('task 10: fingers and pen', () => {
  test.use({ hasTouch: true });

  test('one finger draws, a second one turns the stroke into a pinch, and beside a pen fingers only move', async ({
    page,
    context,
  }) => {
    const studio = new DrawingPage(page);
    await studio.goto();
    await studio.newPage(320, 240);
    const session = await context.newCDPSession(page);
    const steps = () => page.getByTestId('history-step');
    await studio.tab('History');
    const zoom = page.getByTestId('zoom');

    await touch(session, studio, [[[60, 60]], [[100, 60]], [[140, 60]], []]);
    await expect(steps()).toHaveCount(2);
    const drawn = await studio.pixels();
    expect(pixel(drawn, [100, 60])).toEqual([0, 0, 0, 255]);

    // The second finger comes before the first has gone far: no stroke is left behind.
    const apart = (by: number): Place[] => [
      [140 - by, 160],
      [180 + by, 160],
    ];
    await touch(session, studio, [[[140, 160]], [[143, 160]], apart(0), apart(20), apart(60), []]);
    await expect(zoom).not.toHaveText('100 %');
    await page.keyboard.press('Control+0');
    await expect(zoom).toHaveText('100 %');
    expect(maxDifference(await studio.pixels(), drawn)).toBe(0);
    await expect(steps()).toHaveCount(2);

    // From the first stroke of a pen on, fingers move the picture.
    await studio.picture.pen([
      [60, 120, 0.9],
      [140, 120, 0.9],
    ]);
    await expect(steps()).toHaveCount(3);
    const inked = await studio.pixels();
    const before = await page.getByTestId('picture').screenshot();
    await touch(session, studio, [[[60, 180]], [[100, 180]], [[160, 200]], []]);
    await expect
      .poll(async () => (await page.getByTestId('picture').screenshot()).equals(before))
      .toBe(false);
    expect(maxDifference(await studio.pixels(), inked)).toBe(0);
    await expect(steps()).toHaveCount(3);
  });

  test('a pen draws by its pressure, its other end erases, and Escape takes a stroke back', async ({
    page,
  }) => {
    const studio = new DrawingPage(page);
    await studio.goto();
    await studio.newPage(320, 240, false);
    await studio.take('Brush');
    await studio.set('Size', 40);
    const line = (y: number, from: number, to: number): Place[] =>
      [40, 120, 200, 280].map((x, i) => [x, y, from + ((to - from) * i) / 3]);
    await studio.picture.pen(line(60, 0.25, 0.25));
    await studio.picture.pen(line(120, 1, 1));
    await studio.picture.pen(line(190, 0.1, 1));
    const drawn = await studio.pixels();
    const [light, firm] = [thickness(drawn, 160, 60), thickness(drawn, 160, 120)];
    expect(firm).toBeGreaterThan(37);
    expect(firm).toBeLessThan(43);
    expect(light).toBeGreaterThan(0.15 * firm);
    expect(light).toBeLessThan(0.45 * firm);
    const swelling = [80, 140, 200, 260].map((x) => thickness(drawn, x, 190));
    expect([...swelling].sort((a, b) => a - b)).toEqual(swelling);
    expect(swelling[3]! / swelling[0]!).toBeGreaterThan(2);

    // Whatever tool is in the hand.
    await eraserEnd(studio, [
      [160, 20],
      [160, 80],
      [160, 150],
    ]);
    await studio.screenshot('task-10-pen');
    const erased = await studio.pixels();
    expect(pixel(erased, [160, 120])[3]).toBe(0);
    expect(pixel(erased, [100, 120])[3]).toBe(255);
    await expect(studio.options()).toContainText('Brush');

    const { mouse, keyboard } = page;
    const from = studio.picture.at([40, 30]);
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 200, from.y + 150, { steps: 5 });
    await keyboard.press('Escape');
    await mouse.move(from.x + 240, from.y + 10, { steps: 2 });
    await mouse.up();
    expect(difference(await studio.pixels(), erased).worst).toBe(0);
    await studio.tab('History');
    await expect(page.getByTestId('history-step')).toHaveText([
      /New document/,
      /Brush stroke/,
      /Brush stroke/,
      /Brush stroke/,
      /Eraser/,
    ]);

    // What the next dab will touch stays to be seen when a stroke ends and the pointer rests.
    await studio.take('Eraser');
    const { x, y } = studio.picture.at([290, 20]);
    await studio.picture.drag([
      [250, 20],
      [290, 20],
    ]);
    const clip = { x: x - 30, y: y - 30, width: 60, height: 60 };
    const darkest = async () => Math.min(...(await pixelsOf(await page.screenshot({ clip }))).data);
    await expect.poll(darkest).toBeLessThan(120);
    expect(studio.problems).toEqual([]);
  });
});

/** Pixels of a column around a place that are more than half covered. */
function thickness(picture: Pixels, x: number, y: number): number {
  let count = 0;
  for (let row = y - 30; row < y + 30; row++) if (pixel(picture, [x, row])[3]! >= 128) count++;
  return count;
}

/** Puts fingers down, moves and lifts them: each frame is where they are. */
async function touch(session: CDPSession, studio: DrawingPage, frames: readonly Place[][]): Promise<void> {
  let down = 0;
  for (const places of frames) {
    const type = places.length > down ? 'touchStart' : places.length < down ? 'touchEnd' : 'touchMove';
    const touchPoints = places.map((place, id) => ({ ...studio.picture.at(place), id }));
    await session.send('Input.dispatchTouchEvent', { type, touchPoints });
    down = places.length;
  }
}

/** Draws with the other end of the pen, of which the protocol for mice and pens knows nothing. */
async function eraserEnd(studio: DrawingPage, places: readonly Place[]): Promise<void> {
  const points = places.map((place) => studio.picture.at(place));
  await studio.page.evaluate((path) => {
    const target = document.elementFromPoint(path[0]!.x, path[0]!.y)!;
    const send = (type: string, { x, y }: { x: number; y: number }, buttons: number, button: number) =>
      target.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          cancelable: true,
          pointerId: 77,
          pointerType: 'pen',
          isPrimary: true,
          clientX: x,
          clientY: y,
          pressure: buttons ? 0.6 : 0,
          buttons,
          button,
        }),
      );
    send('pointerdown', path[0]!, 32, 5);
    for (const point of path.slice(1)) send('pointermove', point, 32, -1);
    send('pointerup', path.at(-1)!, 0, 5);
  }, points);
}
