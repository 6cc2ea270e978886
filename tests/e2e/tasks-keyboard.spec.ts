import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { DrawingPage, pixel } from './drawing-page.ts';
import type { Place } from './picture-pointer.ts';
import { pixelsOf } from './studio-page.ts';

test('task 9: a session by keyboard alone', async ({ page }) => {
  const studio = new DrawingPage(page);
  const { keyboard } = page;
  await studio.goto();

  // A page of 64 x 48 through the dialog.
  await tabTo(page, () => document.activeElement?.getAttribute('aria-label') === 'New page');
  await keyboard.press('Enter');
  await tabTo(page, () => document.activeElement?.matches('dialog input[type=number]') ?? false);
  await keyboard.type('64');
  await keyboard.press('Tab');
  await keyboard.type('48');
  await keyboard.press('Enter');
  await studio.expectSize(64, 48);

  // Letters take tools, Shift with them the variants.
  const tools = {
    b: 'Brush',
    'Shift+B': 'Pencil',
    n: 'Pencil',
    e: 'Eraser',
    g: 'Paint bucket',
    'Shift+G': 'Lasso fill',
    i: 'Eyedropper',
    m: 'Rectangular marquee',
    'Shift+M': 'Elliptical marquee',
    l: 'Lasso',
    'Shift+L': 'Polygonal lasso',
    w: 'Magic wand',
    h: 'Hand',
    z: 'Zoom',
  };
  for (const [key, name] of Object.entries(tools)) {
    await keyboard.press(key);
    await expect(studio.options().getByText(name, { exact: true }).first(), key).toBeVisible();
  }
  await keyboard.press('e');
  const field = (name: string) => studio.options().getByRole('spinbutton', { name, exact: true });
  await expect(field('Size')).toHaveValue('40');
  await keyboard.press(']');
  await expect(field('Size')).toHaveValue('46');
  await keyboard.press('[');
  await expect(field('Size')).toHaveValue('39');
  await keyboard.press('Shift+{');
  await expect(field('Hardness')).toHaveValue('75');
  await keyboard.press('4');
  await expect(field('Opacity')).toHaveValue('40');

  // Fills, selections, copies.
  await keyboard.press('d');
  await keyboard.press('Control+a');
  await keyboard.press('Alt+Delete');
  const at = async (place: Place = [10, 10]) => pixel(await studio.pixels(), place);
  expect(await at()).toEqual([0, 0, 0, 255]);
  await keyboard.press('Control+Shift+i');
  await keyboard.press('Control+Shift+d');
  await keyboard.press('Control+a');
  await keyboard.press('Delete');
  expect(await at()).toEqual([255, 255, 255, 255]);
  await keyboard.press('x');
  await keyboard.press('Control+d');
  await keyboard.press('Control+Backspace');
  expect(await at()).toEqual([0, 0, 0, 255]);
  await keyboard.press('Control+j');
  await expect.poll(() => studio.outline()).toEqual(['Layer 1 copy*', 'Layer 1', 'Paper']);
  await keyboard.press('Control+Shift+N');
  await expect.poll(() => studio.outline()).toEqual(['Layer 2*', 'Layer 1 copy', 'Layer 1', 'Paper']);

  // The tree.
  await tabTo(page, () => document.activeElement?.getAttribute('role') === 'treeitem');
  await keyboard.press('F2');
  await expect(page.getByLabel('Layer name')).toBeFocused();
  await keyboard.type('Top');
  await keyboard.press('Enter');
  await keyboard.press('ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Control+g');
  await expect
    .poll(() => studio.outline())
    .toEqual(['Top', 'Group 1*', '  Layer 1 copy', '  Layer 1', 'Paper']);
  await keyboard.press('ArrowLeft');
  await expect.poll(() => studio.outline()).toEqual(['Top', 'Group 1*', 'Paper']);
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await expect
    .poll(() => studio.outline())
    .toEqual(['Top', 'Group 1', '  Layer 1 copy*', '  Layer 1', 'Paper']);
  await studio.screenshot('task-9-keyboard');
  await keyboard.press('/');
  await expect(studio.layer('Layer 1 copy').getByRole('img', { name: 'Transparency locked' })).toBeVisible();
  await keyboard.press('Control+[');
  await expect
    .poll(() => studio.outline())
    .toEqual(['Top', 'Group 1', '  Layer 1', '  Layer 1 copy*', 'Paper']);
  await keyboard.press('Delete');
  await expect.poll(() => studio.outline()).toEqual(['Top', 'Group 1', '  Layer 1', 'Paper*']);
  await keyboard.press('Control+Shift+E');
  await expect(page.getByRole('treeitem')).toHaveCount(1);
  expect(await at()).toEqual([0, 0, 0, 255]);

  // Saved by Ctrl+S and Enter; then everything is taken back.
  const download = page.waitForEvent('download');
  await keyboard.press('Control+s');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await tabTo(page, () => document.activeElement?.getAttribute('name') === 'name');
  await keyboard.press('Enter');
  expect(pixel(await pixelsOf(readFileSync(await (await download).path())), [10, 10])).toEqual([
    0, 0, 0, 255,
  ]);
  const undo = page.getByRole('button', { name: /^Undo/ });
  for (let i = 0; i < 40 && (await undo.isEnabled()); i++) await keyboard.press('Control+z');
  await expect.poll(() => studio.outline()).toEqual(['Layer 1*', 'Paper']);
  expect(await at()).toEqual([255, 255, 255, 255]);
  expect(studio.problems).toEqual([]);
});

/** Presses Tab until the page says yes. */
async function tabTo(page: Page, isThere: () => boolean): Promise<void> {
  for (let i = 0; i < 90; i++) {
    if (await page.evaluate(isThere)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not get there.');
}
