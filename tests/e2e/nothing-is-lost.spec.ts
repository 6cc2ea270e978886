import { expect, test, type Page } from '@playwright/test';
import { DrawingPage } from './drawing-page.ts';
import { pixelsOf } from './studio-page.ts';

/** Whether closing the page would ask first. */
function warnsOnClosing(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  });
}

async function moveTo(studio: DrawingPage, place: [number, number]): Promise<void> {
  const { x, y } = studio.picture.at(place);
  await studio.page.mouse.move(x, y, { steps: 6 });
}

async function press(studio: DrawingPage, place: [number, number]): Promise<void> {
  await moveTo(studio, place);
  await studio.page.mouse.down();
}

test('what is cut is on the clipboard before it is gone from the layer', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const studio = new DrawingPage(page);
  await studio.goto();
  await studio.newPage(200, 120, false);
  await page.keyboard.press('Alt+Delete');
  await studio.take('Rectangular marquee');
  await studio.picture.drag([
    [20, 20],
    [80, 70],
  ]);
  await expect(page.getByRole('button', { name: 'Undo: Select' })).toBeEnabled();
  await page.evaluate(() =>
    document.body.dispatchEvent(
      new ClipboardEvent('cut', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true }),
    ),
  );
  await expect(page.getByText('Copied to the clipboard')).toBeVisible();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bitmap = await createImageBitmap(await item!.getType('image/png'));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const canvasContext = canvas.getContext('2d')!;
    canvasContext.drawImage(bitmap, 0, 0);
    const { data } = canvasContext.getImageData(0, 0, bitmap.width, bitmap.height);
    return {
      width: bitmap.width,
      height: bitmap.height,
      opaque: data.every((v, i) => i % 4 < 3 || v === 255),
    };
  });
  expect(copied).toEqual({ width: 60, height: 50, opaque: true });
  await expect(page.getByRole('button', { name: 'Undo: Clear' })).toBeEnabled();
  await page.keyboard.press('Control+d');
  const { data } = await pixelsOf((await studio.export()).bytes);
  const alphaAt = (x: number, y: number) => data[(y * 200 + x) * 4 + 3];
  expect([alphaAt(10, 10), alphaAt(50, 45), alphaAt(100, 45)]).toEqual([255, 0, 255]);
});

test('a flat picture of a page with layers is no copy of it: closing still asks', async ({ page }) => {
  const studio = new DrawingPage(page);
  await studio.goto();
  await studio.newPage(200, 120);
  expect(await warnsOnClosing(page)).toBe(false);
  await studio.picture.drag([
    [20, 20],
    [80, 70],
  ]);
  await expect(page.getByRole('button', { name: 'Undo: Brush stroke' })).toBeEnabled();
  expect(await warnsOnClosing(page)).toBe(true);
  await studio.export('png');
  expect(await warnsOnClosing(page)).toBe(true);
  await studio.export('koma');
  await expect.poll(() => warnsOnClosing(page)).toBe(false);
});

test('while a stroke is being drawn, undo takes the stroke and nothing else', async ({ page }) => {
  const studio = new DrawingPage(page);
  await studio.goto();
  await studio.newPage(200, 120);
  await studio.picture.drag([
    [20, 20],
    [80, 70],
  ]);
  const undo = page.getByRole('button', { name: 'Undo: Brush stroke' });
  await expect(undo).toBeEnabled();
  await press(studio, [100, 20]);
  await moveTo(studio, [150, 90]);
  await undo.evaluate((button: HTMLButtonElement) => button.click());
  await page.mouse.up();
  await expect(undo).toBeEnabled();
  const { data } = await pixelsOf((await studio.export()).bytes);
  const at = (x: number, y: number) => data[(y * 200 + x) * 4];
  expect([at(50, 45), at(125, 55)]).toEqual([0, 255]);
});

test('the window may change its size under a stroke', async ({ page }) => {
  const studio = new DrawingPage(page);
  await studio.goto();
  await studio.newPage(400, 300);
  await press(studio, [40, 150]);
  await moveTo(studio, [200, 150]);
  await page.setViewportSize({ width: 1000, height: 700 });
  await moveTo(studio, [360, 150]);
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Undo: Brush stroke' })).toBeEnabled();
  const { data } = await pixelsOf((await studio.export()).bytes);
  const isInked = (x: number, y: number) => data[(y * 400 + x) * 4]! < 128;
  for (const x of [60, 200, 340]) expect(isInked(x, 150), `at ${x}`).toBe(true);
  for (const y of [100, 200]) for (const x of [60, 200, 340]) expect(isInked(x, y), `${x},${y}`).toBe(false);
});

test('what has just been deselected is not taken hold of, however soon the next drag begins', async ({
  page,
}) => {
  const studio = new DrawingPage(page);
  await studio.goto();
  await studio.newPage(300, 200);
  await studio.tab('Colour');
  await studio.take('Rectangular marquee');
  await studio.picture.drag([
    [20, 20],
    [120, 120],
  ]);
  await expect(studio.options().getByRole('button', { name: 'Deselect' })).toBeEnabled();
  await studio.colour('#d03030');
  await moveTo(studio, [60, 60]);
  // Both in one task of the page: the worker cannot have answered in between.
  await page.getByTestId('picture').evaluate(
    (picture, { x, y }) => {
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'd',
          code: 'KeyD',
          ctrlKey: true,
          bubbles: true,
          cancelable: true,
        }),
      );
      const mouse = { pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0, buttons: 1 };
      const under = document.elementFromPoint(x, y) ?? picture;
      under.dispatchEvent(
        new PointerEvent('pointerdown', {
          ...mouse,
          clientX: x,
          clientY: y,
          bubbles: true,
          cancelable: true,
        }),
      );
    },
    studio.picture.at([60, 60]),
  );
  await page.mouse.down();
  await moveTo(studio, [180, 160]);
  await page.mouse.up();
  await page.keyboard.press('Alt+Delete');
  const { data } = await pixelsOf((await studio.export()).bytes);
  const at = (x: number, y: number) => [...data.subarray((y * 300 + x) * 4, (y * 300 + x) * 4 + 3)];
  const [red, white] = [
    [0xd0, 0x30, 0x30],
    [255, 255, 255],
  ];
  expect([at(120, 110), at(170, 150), at(40, 40), at(250, 180)]).toEqual([red, red, white, white]);
});
