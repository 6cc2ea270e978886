import { expect, test } from '@playwright/test';
import { maxDifference, pixelsOf, repository, StudioPage } from './studio-page.ts';

test('a blurry JPEG panel is opened, upscaled with the real model, compared and saved', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.goto();
  await studio.open('samples/panel.jpg');
  await studio.expectSize(480, 360);

  // One run is cancelled: at once, and without a trace.
  await studio.apply().click();
  const progress = page.getByRole('progressbar');
  await expect.poll(() => progress.evaluate((bar) => (bar as HTMLProgressElement).value)).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled. Your document is unchanged.')).toBeVisible();
  await studio.expectSize(480, 360);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();

  // Another is watched to its end: progress rises, and the preview shows on the canvas meanwhile.
  const picture = page.getByTestId('picture');
  const unchanged = await picture.screenshot();
  await studio.apply().click();
  const seen: number[] = [];
  let previewed = false;
  for (;;) {
    const value = await page.evaluate(() => document.querySelector('progress')?.value);
    if (value === undefined) break;
    seen.push(value);
    if (value > 0 && !previewed) previewed = !(await picture.screenshot()).equals(unchanged);
    await page.waitForTimeout(40);
  }
  expect(new Set(seen.filter((value) => value > 0 && value < 1)).size).toBeGreaterThanOrEqual(2);
  expect(previewed, 'finished tiles are shown while the rest is computed').toBe(true);
  expect(seen.every((value, i) => i === 0 || value >= seen[i - 1]!)).toBe(true);
  await studio.expectSize(960, 720);
  await expect(page.getByTestId('backend')).toHaveText(/CPU, \d+ threads?/);

  // The exported file is the golden picture made by waifu2x's own program.
  const { bytes, name } = await studio.export();
  expect(name).toBe('panel.png');
  const golden = await pixelsOf(repository('tests/golden/panel-upconv7-noise1-2x.png'));
  expect(maxDifference(await pixelsOf(bytes), golden), 'levels').toBeLessThanOrEqual(1);

  // Undo and redo are one step.
  await page.getByRole('button', { name: 'Undo: Upscale' }).click();
  await studio.expectSize(480, 360);
  await page.getByRole('button', { name: 'Redo: Upscale' }).click();
  await studio.expectSize(960, 720);
  expect(studio.problems).toEqual([]);
});
