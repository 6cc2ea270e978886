import { expect, test } from '@playwright/test';
import { DrawingPage } from './drawing-page.ts';
import { pixelsOf } from './studio-page.ts';

const WIDTH = 6071;
const HEIGHT = 8598;

test(
  'a long fill shows progress, cancels within a second, and lands as one step',
  { tag: '@large' },
  async ({ page }) => {
    const studio = new DrawingPage(page);
    await studio.goto();
    await studio.newPage(WIDTH, HEIGHT);
    // A line from edge to edge, open in the middle: by about 12 px, a pixel of the screen.
    await studio.take('Pencil');
    await studio.set('Size', 60);
    await studio.picture.drag([
      [3000, 0],
      [3000, 2000],
      [3000, 4200],
    ]);
    await studio.picture.drag([
      [3000, 4272],
      [3000, 6000],
      [3000, 8597],
    ]);
    await expect(page.getByRole('button', { name: 'Undo: Pencil stroke' })).toBeEnabled();
    await studio.tab('Colour');
    await studio.colour('#e06a8b');
    await studio.take('Paint bucket');
    await studio.set('Close gaps', 30);
    const strip = page.getByRole('region', { name: 'Fill…' });
    const cancel = strip.getByRole('button', { name: 'Cancel' });
    const undo = page.getByRole('button', { name: 'Undo: Fill' });
    const left = [1000, 2000] as const;
    /** How colourful the picture on the screen is at most, 0-255: black ink on white paper is not. */
    const chroma = async () => {
      await page.mouse.move(5, 5);
      const [from, to] = [studio.picture.at([0, 0]), studio.picture.at([WIDTH, HEIGHT])];
      const { x, y } = from;
      // Notices and the progress bar lie over the lower part.
      const clip = { x, y, width: to.x - x, height: (to.y - y) * 0.8 };
      const { data } = await pixelsOf(await page.screenshot({ clip }));
      let most = 0;
      for (let i = 0; i < data.length; i += 4) most = Math.max(most, Math.abs(data[i]! - data[i + 1]!));
      return most;
    };
    const colourAt = async (x: number, y: number) => {
      const place = studio.picture.at([x, y]);
      return studio.screenColour(Math.round(place.x), Math.round(place.y));
    };
    expect(await chroma()).toBeLessThan(10);

    await test.step('cancelled by its button', async () => {
      await studio.picture.click(left);
      await expect(strip.getByRole('progressbar')).toBeVisible();
      await studio.screenshot('cancel-fill-running');
      await cancel.click();
      await expect(strip).toBeHidden();
      await expect(page.getByText('Cancelled. Your document is unchanged.')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Undo: Pencil stroke' })).toBeEnabled();
      await expect(page.getByRole('button', { name: 'Redo', exact: true })).toBeDisabled();
    });

    await test.step('cancelled by Escape, the picture moved meanwhile', async () => {
      await studio.picture.click(left);
      await expect(strip).toBeVisible();
      await page.getByRole('button', { name: '100 %' }).click();
      await expect(strip).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(strip).toBeHidden();
      await page.keyboard.press('Control+0');
    });
    await expect.poll(chroma).toBeLessThan(10);

    await test.step('run to its end', async () => {
      await studio.picture.click(left);
      await expect(strip).toBeVisible();
      await expect(undo).toBeEnabled();
      await expect(strip).toBeHidden();
      await page.mouse.move(5, 5);
      await expect.poll(() => colourAt(500, 500)).toEqual([0xe0, 0x6a, 0x8b]);
      expect(await colourAt(2500, 4300)).toEqual([0xe0, 0x6a, 0x8b]);
      expect(await colourAt(3500, 4300), 'the other side stays').toEqual([255, 255, 255]);
    });

    await page.keyboard.press('Control+z');
    await expect(page.getByRole('button', { name: 'Undo: Pencil stroke' })).toBeEnabled();
    await expect.poll(chroma).toBeLessThan(10);
    expect(studio.problems).toEqual([]);
  },
);
