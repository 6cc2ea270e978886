import { expect, test } from '@playwright/test';
import { arc, difference, DrawingPage, pixel } from './drawing-page.ts';
import type { Place } from './picture-pointer.ts';
import { maxDifference, pixelsOf, repository, type Pixels } from './studio-page.ts';

const WHITE = [255, 255, 255, 255];

test('task 1: a scan is opened and inked over on a new line art layer', async ({ page }) => {
  const studio = new DrawingPage(page);
  await studio.goto();
  await studio.open('samples/manga.png');
  await studio.expectSize(400, 560);
  await studio.measure();
  await studio.newLayer('Ink');
  await studio.press('Line art');
  await expect(studio.layer('Ink')).toContainText('Multiply');
  await expect(studio.layer('Ink').getByRole('img', { name: 'Line art' })).toBeVisible();
  await studio.take('Ink pen');
  await studio.picture.pen([
    [60, 60, 0.3],
    [130, 80, 0.9],
    [200, 100, 0.9],
    [270, 120, 0.6],
    [340, 140, 0.2],
  ]);
  await studio.screenshot('task-1-ink');

  const scan = await pixelsOf(repository('samples/manga.png'));
  const inked = await studio.pixels();
  expect(pixel(inked, [200, 100])).toEqual([0, 0, 0, 255]);
  // Ink on line art only darkens, and nothing changes beside the stroke.
  const changed = difference(inked, scan);
  expect(changed.box.left).toBeGreaterThan(54);
  expect(changed.box.right).toBeLessThan(346);
  expect(inked.data.every((value, i) => value <= scan.data[i]!)).toBe(true);
  await page.keyboard.press('Control+z');
  expect(maxDifference(await studio.pixels(), scan)).toBe(0);
  expect(studio.problems).toEqual([]);
});

test('task 2: flats fill open line art with gap closing, and reach under the lines', async ({ page }) => {
  const studio = new DrawingPage(page);
  await studio.goto();
  await studio.newPage(320, 240);
  await studio.rename('Lines');
  await studio.press('Line art');
  await studio.take('Ink pen');
  // A circle that is open by about ten pixels at the right.
  await studio.picture.pen(arc(160, 120, 80, 80, 4, 356, [0.6, 0.8]));
  await studio.on('Paper');
  await studio.newLayer('Flats');
  await studio.tab('Colour');
  await studio.colour('#e06a8b');
  await studio.take('Paint bucket');
  await studio.picture.click([160, 120]);
  expect(pixel(await studio.pixels(), [10, 10]), 'runs out through the gap').toEqual([0xe0, 0x6a, 0x8b, 255]);
  await page.keyboard.press('Control+z');

  await studio.set('Close gaps', 20);
  await studio.set('Grow under lines', 3);
  await studio.picture.click([160, 120]);
  await studio.screenshot('task-2-flats');
  const picture = await studio.pixels();
  expect(pixel(picture, [160, 120])).toEqual([0xe0, 0x6a, 0x8b, 255]);
  expect(pixel(picture, [10, 10])).toEqual(WHITE);
  const flats = await pixelsOf((await studio.export('png', 'layer')).bytes);
  // Up to the line all around and under it, so that no paper shines through; and not beyond it.
  for (let angle = 30; angle <= 330; angle += 10) {
    const ray = Array.from({ length: 110 }, (_, radius): Place => [
      Math.round(160 + radius * Math.cos((angle * Math.PI) / 180)),
      Math.round(120 + radius * Math.sin((angle * Math.PI) / 180)),
    ]);
    const line = ray.findIndex((place) => pixel(picture, place)[1]! < 20);
    expect(line, `a line at ${angle} degrees`).toBeGreaterThan(60);
    expect(Math.max(...ray.slice(0, line).map((place) => pixel(picture, place)[1]!))).toBe(0x6a);
    expect(pixel(flats, ray[line + 1]!)[3], `under the line at ${angle} degrees`).toBeGreaterThan(128);
    expect(ray.slice(line + 7).every((place) => pixel(flats, place)[3] === 0)).toBe(true);
  }
});

test('task 3: a clipped multiply layer shades the flats and nothing else', async ({ page }) => {
  const studio = new DrawingPage(page);
  await studio.goto();
  await studio.newPage(320, 240);
  await studio.rename('Flats');
  await studio.tab('Colour');
  await studio.take('Rectangular marquee');
  await studio.picture.drag([
    [60, 60],
    [180, 180],
  ]);
  await studio.colour('#f0c060');
  await page.keyboard.press('Alt+Delete');
  await page.keyboard.press('Control+d');
  await studio.newLayer('Shade');
  await studio.press('Clip to the layer below');
  await expect(studio.layer('Shade').getByRole('img', { name: 'Clipped to the layer below' })).toBeVisible();
  await studio.layers().getByLabel('Blend mode').selectOption('multiply');
  await studio.colour('#8090c0');
  await studio.take('Brush');
  await studio.set('Size', 50);
  await studio.set('Hardness', 100);
  await studio.picture.drag([
    [120, 120],
    [280, 120],
  ]);
  await studio.screenshot('task-3-shade');
  const picture = await studio.pixels();
  const product = [0xf0 * 0x80, 0xc0 * 0x90, 0x60 * 0xc0].map((value) => Math.round(value / 255));
  expect(pixel(picture, [150, 120])).toEqual([...product, 255]);
  expect(pixel(picture, [150, 70]), 'unshaded').toEqual([0xf0, 0xc0, 0x60, 255]);
  expect(pixel(picture, [220, 120]), 'beside the flats').toEqual(WHITE);
});

test('task 4: the eraser takes alpha away; undo, redo and the history go to any state', async ({ page }) => {
  const studio = new DrawingPage(page);
  await studio.goto();
  await studio.newPage(320, 240, false);
  await studio.tab('Colour');
  await studio.colour('#2d7dd2');
  await page.keyboard.press('Alt+Backspace');
  await studio.take('Eraser');
  await studio.picture.drag([
    [40, 120],
    [280, 120],
  ]);
  await studio.take('Brush');
  await studio.picture.drag([
    [160, 30],
    [160, 210],
  ]);
  await studio.tab('History');
  const steps = page.getByTestId('history-step');
  await expect(steps).toHaveText([/New document/, /Fill with colour/, /Eraser/, /Brush stroke/]);
  await studio.screenshot('task-4-history');

  const [empty, blue] = [0, 255];
  const alphas = async () => {
    const picture = await studio.pixels();
    return [
      [100, 120],
      [160, 120],
      [100, 40],
    ].map(([x, y]) => pixel(picture, [x!, y!])[3]);
  };
  expect(await alphas()).toEqual([empty, blue, blue]);
  await page.keyboard.press('Control+z');
  expect(await alphas()).toEqual([empty, empty, blue]);
  await page.keyboard.press('Control+z');
  expect(await alphas()).toEqual([blue, blue, blue]);
  await page.keyboard.press('Control+Shift+z');
  expect(await alphas()).toEqual([empty, empty, blue]);
  await steps.first().click();
  expect(await alphas()).toEqual([empty, empty, empty]);
  await expect(steps.nth(3)).toContainText('undone');
  await steps.nth(3).click();
  expect(await alphas()).toEqual([empty, blue, blue]);
});

test('task 5: the wand selects, adds with Shift, the selection grows and is filled', async ({ page }) => {
  const studio = new DrawingPage(page);
  await studio.goto();
  await studio.newPage(320, 240);
  await studio.tab('Colour');
  await studio.colour('#101010');
  await studio.take('Rectangular marquee');
  await studio.picture.drag([
    [40, 60],
    [100, 120],
  ]);
  await studio.picture.drag(
    [
      [180, 80],
      [260, 160],
    ],
    'Shift',
  );
  await page.keyboard.press('Alt+Delete');
  await page.keyboard.press('Control+d');

  await studio.newLayer('Halo');
  await studio.take('Magic wand');
  await studio.picture.click([70, 90]);
  await studio.picture.click([220, 120], 'Shift');
  await studio.set('Amount', 5);
  await studio.options().getByRole('button', { name: 'Grow the selection' }).click();
  await studio.screenshot('task-5-wand');
  await studio.colour('#30c060');
  await page.keyboard.press('Alt+Delete');
  const halo = await pixelsOf((await studio.export('png', 'layer')).bytes);
  expect(covered(halo)).toEqual([
    [35, 55, 105, 125],
    [175, 75, 265, 165],
  ]);
  expect(pixel(halo, [70, 57])).toEqual([0x30, 0xc0, 0x60, 255]);
});

/** The two halves' bounds of what is at least half opaque: left, top, right, bottom. */
function covered({ data, width, height }: Pixels): number[][] {
  return [0, 1].map((half) => {
    let [left, top, right, bottom] = [width, height, 0, 0];
    for (let y = 0; y < height; y++)
      for (let x = (half * width) / 2; x < ((half + 1) * width) / 2; x++) {
        if (data[(y * width + x) * 4 + 3]! < 128) continue;
        [left, top] = [Math.min(left, x), Math.min(top, y)];
        [right, bottom] = [Math.max(right, x + 1), Math.max(bottom, y + 1)];
      }
    return [left, top, right, bottom];
  });
}
