import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { DrawingPage, pixel } from './drawing-page.ts';
import { pixelsOf, StudioPage } from './studio-page.ts';

test(
  'a picture of 1 x 30000 pixels opens, is seen, painted on and saved',
  { tag: '@large' },
  async ({ page }) => {
    const studio = new DrawingPage(page);
    await studio.goto();
    const length = 30_000;
    const buffer = await sharp({ create: { width: 1, height: length, channels: 3, background: '#ffffff' } })
      .png()
      .toBuffer();
    await page.getByTestId('file-picker').setInputFiles({ name: 'line.png', mimeType: 'image/png', buffer });
    await studio.expectSize(1, length);
    const centre = await middle(studio);
    await expect.poll(() => brightest(studio, centre)).toBeGreaterThan(200);

    await page.getByRole('button', { name: '100 %' }).click();
    await studio.take('Pencil');
    await studio.set('Size', 9);
    await page.mouse.click(centre.x, centre.y);
    await expect(page.getByRole('button', { name: 'Undo: Pencil stroke' })).toBeEnabled();
    const painted = await pixelsOf((await studio.export()).bytes);
    expect([painted.width, painted.height]).toEqual([1, length]);
    const dark = Array.from({ length }, (_, y) => y).filter((y) => pixel(painted, [0, y])[0] === 0);
    expect(dark.length).toBeGreaterThanOrEqual(8);
    expect(dark.length).toBeLessThanOrEqual(10);
    expect(Math.abs(dark[0]! - length / 2)).toBeLessThan(20);
    await page.keyboard.press('Control+z');
    expect((await studio.pixels()).data.every((value) => value === 255)).toBe(true);
    expect(studio.problems).toEqual([]);
  },
);

test(
  'a page of 6071 x 8598 with a monochrome layer is drawn on, and the stroke undone',
  { tag: '@large' },
  async ({ page }) => {
    const studio = new DrawingPage(page);
    await studio.goto();
    await page.getByRole('button', { name: 'New page' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'New page' });
    await dialog.getByLabel('Size').selectOption('b4-mono');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await studio.expectSize(6071, 8598);
    await studio.menu('Expression colour', 'Monochrome');
    await expect(studio.layer('Layer 1').getByRole('img', { name: 'Monochrome' })).toBeVisible();
    await page.getByRole('button', { name: '100 %' }).click();
    await studio.take('Pencil');
    await studio.set('Size', 21);
    const { x, y } = await middle(studio);
    const colours = async () => {
      const shot = await page.screenshot({ clip: { x: x - 150, y: y - 100, width: 300, height: 200 } });
      const { data } = await sharp(shot).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      const counts: Record<number, number> = {};
      for (let i = 0; i < data.length; i += 3) counts[data[i]!] = (counts[data[i]!] ?? 0) + 1;
      return counts;
    };
    await expect.poll(colours).toEqual({ 255: 300 * 200 });
    await page.mouse.move(x - 100, y - 60);
    await page.mouse.down();
    await page.mouse.move(x + 20, y + 40, { steps: 6 });
    await page.mouse.move(x + 100, y - 30, { steps: 6 });
    await page.mouse.up();
    await page.mouse.move(x, 20);
    await expect(page.getByRole('button', { name: 'Undo: Pencil stroke' })).toBeEnabled();
    // Black and white and nothing between.
    await expect.poll(async () => Object.keys(await colours())).toEqual(['0', '255']);
    expect((await colours())[0]).toBeGreaterThan(21 * 150);
    await studio.screenshot('large-mono');
    await page.keyboard.press('Control+z');
    await expect.poll(colours).toEqual({ 255: 300 * 200 });
    await page.keyboard.press('Control+0');
    await expect(page.getByTestId('zoom')).toHaveText('7 %');
    await expect.poll(() => studio.screenColour(x, y)).toEqual([255, 255, 255]);
    expect(studio.problems).toEqual([]);
  },
);

/** The middle of the viewport in the window, in whole pixels. */
async function middle(studio: StudioPage): Promise<{ x: number; y: number }> {
  const box = (await studio.page.getByTestId('picture').boundingBox())!;
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}

/** The brightest red in a strip across a place, where a picture of one column must be. */
async function brightest(studio: StudioPage, { x, y }: { x: number; y: number }): Promise<number> {
  const shot = await studio.page.screenshot({ clip: { x: x - 10, y, width: 20, height: 1 } });
  const data = await sharp(shot).removeAlpha().raw().toBuffer();
  return Math.max(...data.filter((_, i) => i % 3 === 0));
}
