import { expect, test } from '@playwright/test';
import { DrawingPage } from './drawing-page.ts';
import { readPsd, unzip, type PsdLayer } from './layered-readers.ts';
import { maxDifference, pixelsOf, type Pixels } from './studio-page.ts';

/** What the operation calls the layer that it makes. */
const MADE = 'alpha · Upscale';

test('an upscaled layer keeps its recipe in a project file, and is made again from it', async ({ page }) => {
  const studio = new DrawingPage(page);
  await studio.goto();
  await studio.open('tests/fixtures/good/alpha.png');
  await studio.expectSize(48, 32);
  await studio.choose('Result', 'new-layer');
  await studio.apply().click();
  await expect(studio.layer(MADE)).toContainText('96 × 64 px');
  await expect(studio.layer(MADE).getByRole('img', { name: 'Made by an operation' })).toBeVisible();
  const enlarged = await studio.export('png', 'layer');
  const { bytes, name } = await studio.export('koma');
  expect(name).toBe('alpha.koma');

  await page.reload();
  await page.getByTestId('file-picker').setInputFiles({ name, mimeType: '', buffer: bytes });
  await studio.expectSize(48, 32);
  await expect.poll(() => studio.outline()).toEqual([`${MADE}*`, 'alpha']);
  expect((await studio.export('png', 'layer')).bytes.equals(enlarged.bytes)).toBe(true);

  await studio.menu('Recipe', 'Edit parameters');
  await page.getByText('Percent', { exact: true }).first().click();
  await page.getByRole('spinbutton', { name: 'Percent' }).first().fill('150');
  await studio.screenshot('recipe');
  await studio.apply().click();
  await expect(studio.layer(MADE)).toContainText('72 × 48 px');
  await expect(page.getByRole('button', { name: 'Undo: Upscale' })).toBeEnabled();
  await page.keyboard.press('Control+z');
  await expect(studio.layer(MADE)).toContainText('96 × 64 px');
  await studio.menu('Recipe', 'Run recipe again');
  await expect(page.getByText(/^Upscale finished/).last()).toBeVisible();
  await expect(studio.layer(MADE)).toContainText('96 × 64 px');
  const again = await pixelsOf((await studio.export('png', 'layer')).bytes);
  expect(maxDifference(again, await pixelsOf(enlarged.bytes))).toBe(0);
  expect(studio.problems).toEqual([]);
});

test('Photoshop, OpenRaster and project files have the layers as they were drawn', async ({ page }) => {
  const studio = new DrawingPage(page);
  await studio.goto();
  await studio.newPage(160, 120);
  await studio.tab('Colour');
  await studio.rename('塗り');
  await studio.take('Rectangular marquee');
  await studio.picture.drag([
    [20, 20],
    [100, 80],
  ]);
  await studio.colour('#e08040');
  await page.keyboard.press('Alt+Delete');
  await page.keyboard.press('Control+d');
  await studio.newLayer('影');
  await studio.press('Clip to the layer below');
  await studio.layers().getByLabel('Blend mode').selectOption('multiply');
  await studio.colour('#6070c0');
  await studio.take('Brush');
  await studio.picture.drag([
    [10, 50],
    [140, 50],
  ]);
  await studio.on('塗り');
  await studio.take('Rectangular marquee');
  await studio.picture.drag([
    [0, 0],
    [70, 120],
  ]);
  await studio.press('Add mask from selection');
  await page.keyboard.press('Control+d');
  await studio
    .layer('影')
    .getByText('影', { exact: true })
    .click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+g');
  await expect(page.getByRole('treeitem')).toHaveCount(4);
  await studio.layers().getByLabel('Blend mode').selectOption('screen');
  await studio.layers().getByRole('spinbutton', { name: 'Percent' }).fill('60');
  await page.keyboard.press('Enter');
  await studio.on('Paper');
  await studio.colour('#405060');
  await page.keyboard.press('Alt+Delete');
  await studio.newLayer('Notes');
  await page.getByRole('button', { name: 'Hide Notes' }).click();
  const outline = ['Group 1', '  影', '  塗り', '[Notes]*', 'Paper'];
  await expect.poll(() => studio.outline()).toEqual(outline);
  const picture = await studio.pixels();
  await studio.screenshot('layered');

  const psd = readPsd((await studio.export('psd')).bytes);
  expect(maxDifference(asPixels(psd.imageData!), picture)).toBe(0);
  expect(psd.children!.map(summary)).toEqual([
    { name: 'Paper', blendMode: 'normal', opacity: 1, clipping: false, hidden: false },
    { name: 'Notes', blendMode: 'normal', opacity: 1, clipping: false, hidden: true },
    { name: 'Group 1', blendMode: 'screen', opacity: 0.6, clipping: false, hidden: false },
  ]);
  const [flats, shade] = psd.children![2]!.children!;
  expect(summary(flats!)).toMatchObject({ name: '塗り', blendMode: 'normal', clipping: false });
  expect(summary(shade!)).toMatchObject({ name: '影', blendMode: 'multiply', clipping: true });
  expect(flats).toMatchObject({ left: 20, top: 20, imageData: { width: 80, height: 60 } });
  expect([...flats!.imageData!.data.subarray(0, 4)]).toEqual([0xe0, 0x80, 0x40, 255]);
  // The mask shows what is left of 70, wherever it was cut.
  const { left, right, defaultColor, imageData } = flats!.mask!;
  const coverage = (x: number) => (x < left || x >= right ? defaultColor : imageData!.data[(x - left) * 4]!);
  expect([10, 69, 70, 150].map(coverage)).toEqual([255, 255, 0, 0]);

  const ora = unzip((await studio.export('ora')).bytes);
  expect(Object.keys(ora)[0]).toBe('mimetype');
  expect(ora['mimetype']!.toString()).toBe('image/openraster');
  expect(maxDifference(await pixelsOf(ora['mergedimage.png']!), picture)).toBe(0);
  const xml = ora['stack.xml']!.toString();
  for (const part of ['w="160"', 'name="塗り"', 'name="影"', 'composite-op="svg:multiply"', 'name="Notes"'])
    expect(xml).toContain(part);
  expect(xml).toMatch(/<layer name="Notes"[^>]*visibility="hidden"/);
  expect(xml).toMatch(/<stack name="Group 1" opacity="0.6"[^>]*composite-op="svg:screen"/);
  await expect(page.getByText('Masks were applied to the pixels.')).toBeVisible();

  const { bytes, name } = await studio.export('koma');
  await page.reload();
  await page.getByTestId('file-picker').setInputFiles({ name, mimeType: '', buffer: bytes });
  await expect
    .poll(async () => (await studio.outline()).map((line) => line.replace('*', '')))
    .toEqual(outline.map((line) => line.replace('*', '')));
  expect(maxDifference(await studio.pixels(), picture)).toBe(0);
  await studio.on('塗り');
  await expect(studio.layer('塗り').getByRole('button', { name: 'Paint on the mask of 塗り' })).toBeVisible();
  expect(studio.problems).toEqual([]);
});

function summary({ name, blendMode, opacity, clipping, hidden }: PsdLayer): object {
  return { name, blendMode, opacity: Math.round(opacity * 100) / 100, clipping, hidden };
}

function asPixels({ width, height, data }: NonNullable<PsdLayer['imageData']>): Pixels {
  return { width, height, data: Buffer.from(data) };
}
