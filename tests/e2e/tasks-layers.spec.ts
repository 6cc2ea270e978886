import { expect, test } from '@playwright/test';
import { DrawingPage, pixel } from './drawing-page.ts';
import type { Place } from './picture-pointer.ts';
import { maxDifference, pixelsOf } from './studio-page.ts';

const WHITE = [255, 255, 255, 255];
const CLEAR = 0;

/** A page with a square of a colour on each of several layers, which overlap. */
async function squares(studio: DrawingPage, colours: Readonly<Record<string, string>>): Promise<void> {
  await studio.goto();
  await studio.newPage(320, 240);
  await studio.tab('Colour');
  await studio.take('Rectangular marquee');
  let at = 30;
  for (const [name, hex] of Object.entries(colours)) {
    if (at === 30) await studio.rename(name);
    else await studio.newLayer(name);
    // A drag that begins inside a selection would move it.
    await studio.page.keyboard.press('Control+d');
    await studio.picture.drag([
      [at, at],
      [at + 90, at + 90],
    ]);
    await studio.colour(hex);
    await studio.page.keyboard.press('Alt+Delete');
    at += 40;
  }
  await studio.page.keyboard.press('Control+d');
}

test('task 6: a mask from the selection is painted on, turned off and on, and applied', async ({ page }) => {
  const studio = new DrawingPage(page);
  await squares(studio, { Red: '#d03030' });
  // Only the left half of the square shows.
  await studio.picture.drag([
    [0, 0],
    [75, 240],
  ]);
  await studio.press('Add mask from selection');
  const mask = studio.layer('Red').getByRole('button', { name: 'Paint on the mask of Red' });
  await expect(mask).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+d');
  const red = [0xd0, 0x30, 0x30, 255];
  const seen = async () => {
    const picture = await studio.pixels();
    return (
      [
        [50, 50],
        [50, 100],
        [100, 50],
        [100, 100],
      ] as Place[]
    ).map((place) => pixel(picture, place));
  };
  expect(await seen()).toEqual([red, red, WHITE, WHITE]);

  // Black hides what was shown, white shows what was hidden.
  await studio.take('Brush');
  await page.keyboard.press('d');
  await studio.picture.drag([
    [20, 100],
    [70, 100],
  ]);
  await page.keyboard.press('x');
  await studio.picture.drag([
    [80, 100],
    [130, 100],
  ]);
  await studio.screenshot('task-6-mask');
  expect(await seen()).toEqual([red, WHITE, WHITE, red]);

  await mask.click({ modifiers: ['Shift'] });
  expect(await seen()).toEqual([red, red, red, red]);
  await studio.screenshot('task-6-mask-off');
  await mask.click({ modifiers: ['Shift'] });
  expect(await seen()).toEqual([red, WHITE, WHITE, red]);
  await studio.menu('Layer mask', 'Apply mask');
  await expect(mask).toHaveCount(0);
  expect(await seen()).toEqual([red, WHITE, WHITE, red]);
  const layer = await pixelsOf((await studio.export('png', 'layer')).bytes);
  expect(pixel(layer, [100, 50])[3]).toBe(CLEAR);
});

test('task 7: layers are dragged into a group, merged and flattened, and all of it is undone', async ({
  page,
}) => {
  const studio = new DrawingPage(page);
  await squares(studio, { Red: '#d03030', Green: '#30a050', Blue: '#3060d0', Gold: '#e0b020' });
  await studio.layers().getByLabel('Blend mode').selectOption('screen');
  const start = { outline: await studio.outline(), picture: await studio.pixels() };
  const steps = async () => {
    await studio.tab('History');
    return page.getByTestId('history-step').count();
  };
  const before = await steps();

  await studio.press('New group');
  await expect.poll(() => studio.outline()).toEqual(['Group 1*', 'Gold', 'Blue', 'Green', 'Red', 'Paper']);
  await studio.dragLayer('Green', 'Group 1', 0.5);
  await expect.poll(() => studio.outline()).toEqual(['Group 1', '  Green*', 'Gold', 'Blue', 'Red', 'Paper']);
  await studio.dragLayer('Red', 'Green', 0.9, 16);
  await expect
    .poll(() => studio.outline())
    .toEqual(['Group 1', '  Green', '  Red*', 'Gold', 'Blue', 'Paper']);
  await studio.screenshot('task-7-group');
  // Green and red lie above blue and gold now.
  expect(pixel(await studio.pixels(), [115, 115])).toEqual([0x30, 0xa0, 0x50, 255]);

  await studio
    .layer('Blue')
    .getByText('Blue', { exact: true })
    .click({ modifiers: ['Control'] });
  await studio
    .layer('Gold')
    .getByText('Gold', { exact: true })
    .click({ modifiers: ['Control'] });
  await expect
    .poll(() => studio.outline())
    .toEqual(['Group 1', '  Green', '  Red*', 'Gold*', 'Blue*', 'Paper']);
  await page.keyboard.press('Delete');
  await expect.poll(() => studio.outline()).toEqual(['Group 1', '  Green', 'Paper*']);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('treeitem')).toHaveCount(6);

  await studio.on('Gold');
  const unmerged = await studio.pixels();
  await studio.menu('Merge down');
  await expect.poll(() => studio.outline()).toEqual(['Group 1', '  Green', '  Red', 'Blue*', 'Paper']);
  // Beside the blue square gold has nothing to be screened with, as on the paper it had; elsewhere all is as it was.
  const merged = await studio.pixels();
  expect(pixel(merged, [130, 140])).toEqual(pixel(unmerged, [130, 140]));
  await studio.on('Group 1');
  await studio.menu('Merge group');
  await expect.poll(() => studio.outline()).toEqual(['Group 1*', 'Blue', 'Paper']);
  expect(maxDifference(await studio.pixels(), merged)).toBe(0);

  await page.getByRole('button', { name: 'Hide Blue' }).click();
  const visible = await studio.pixels();
  await studio.menu('Merge visible');
  await expect(page.getByRole('treeitem')).toHaveCount(2);
  expect(maxDifference(await studio.pixels(), visible)).toBe(0);
  await studio.screenshot('task-7-merged');
  await studio.menu('Flatten image');
  await expect(page.getByRole('treeitem')).toHaveCount(1);
  expect(maxDifference(await studio.pixels(), visible)).toBe(0);

  const extra = (await steps()) - before;
  for (let i = 0; i < extra; i++) await page.keyboard.press('Control+z');
  await expect.poll(() => studio.outline()).toEqual(start.outline);
  expect(maxDifference(await studio.pixels(), start.picture)).toBe(0);
  for (let i = 0; i < extra; i++) await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('treeitem')).toHaveCount(1);
  expect(maxDifference(await studio.pixels(), visible)).toBe(0);
});

test('task 8: colours are typed, kept, used again and taken from the picture', async ({ page }) => {
  const studio = new DrawingPage(page);
  await squares(studio, { Red: '#d03030', Green: '#30a050' });
  const panel = page.getByTestId('colour-panel');
  const hex = panel.getByTestId('colour-hex');
  // What was used is at hand, the latest first.
  const recent = panel.getByRole('toolbar', { name: 'Recently used' }).getByRole('button');
  await expect(recent).toHaveCount(2);
  await expect(recent.first()).toHaveAccessibleName('#30a050');
  await recent.nth(1).click();
  await expect(hex).toHaveValue('#d03030');

  // Short codes wait for Enter; what is no colour is refused.
  await hex.fill('#2af');
  await hex.press('Enter');
  await expect(hex).toHaveValue('#22aaff');
  await hex.fill('#zzz');
  await hex.press('Enter');
  await expect(hex).toHaveValue('#22aaff');
  await panel.getByRole('button', { name: 'Add #22aaff to the swatches' }).click();
  const swatches = panel.getByRole('toolbar', { name: 'Swatches' });
  await expect(swatches.getByRole('button', { name: '#22aaff' })).toHaveAttribute('aria-pressed', 'true');

  // The wheel and the numbers show the same colour.
  await expect(panel.getByTestId('colour-h')).toHaveValue('203');
  await panel.getByTestId('colour-s').fill('0');
  await expect(hex).toHaveValue('#ffffff');
  const square = (await panel.getByTestId('colour-shade').boundingBox())!;
  await page.mouse.click(square.x + square.width - 1, square.y + 1);
  await expect(hex).toHaveValue(/^#..[0-9a-f]{2}f[c-f]$/);

  await panel.getByTestId('colour-palette').click();
  const palette = panel.getByRole('toolbar', { name: 'Colours of the picture' });
  for (const colour of ['#ffffff', '#d03030', '#30a050'])
    await expect(palette.getByRole('button', { name: colour })).toBeInViewport();
  await studio.screenshot('task-8-palette');
  await palette.getByRole('button', { name: '#30a050' }).click();
  await expect(hex).toHaveValue('#30a050');

  // X swaps, D is black and white, wherever the focus was left by the mouse.
  await page.keyboard.press('x');
  await expect(hex).toHaveValue('#ffffff');
  await page.keyboard.press('d');
  await expect(hex).toHaveValue('#000000');
  await page.reload();
  await studio.tab('Colour');
  await expect(
    page.getByRole('toolbar', { name: 'Swatches' }).getByRole('button', { name: '#22aaff' }),
  ).toBeVisible();
});
