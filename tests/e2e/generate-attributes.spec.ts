import { expect, test } from '@playwright/test';
import { GeneratePage } from './generate-page.ts';

test('a grid can be cancelled, and what comes next is drawn all the same', async ({ page }) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await page.getByRole('button', { name: 'Generate' }).first().click();
  const workspace = studio.workspace();
  const drawn = studio.cells().and(page.locator('[data-drawn="true"]'));
  await expect(drawn).not.toHaveCount(0);
  await workspace.getByRole('button', { name: 'Cancel' }).click();
  await expect(workspace.getByRole('button', { name: 'New pictures' })).toBeVisible();
  const left = await drawn.count();
  expect(left).toBeLessThan(16);
  // The first picture goes on being drawn in full, so the worker is at work; the grid is not.
  await page.waitForTimeout(1000);
  expect(await drawn.count()).toBe(left);
  await workspace.getByRole('button', { name: 'New pictures' }).click();
  await studio.expectDrawn(16);
  expect(studio.problems).toEqual([]);
});

test('step by step, each choice keeps what was chosen before', async ({ page }) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.openWorkspace(1);
  await studio.tab('Step by step');
  const workspace = studio.workspace();
  await studio.expectDrawn(12);
  await studio.cells().nth(4).click();
  const valueOf = (name: string) => workspace.getByRole('combobox', { name, exact: true }).inputValue();
  await expect(studio.cells().nth(4)).toHaveAttribute('aria-pressed', 'true');
  const person = [await valueOf('Gender'), await valueOf('Hair style')];
  const seed = await studio.seed().inputValue();

  await workspace.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(workspace.getByRole('button', { name: 'Colours' })).toHaveAttribute('aria-current', 'step');
  await studio.expectDrawn(12);
  await studio.screenshot('generate-wizard');
  // Enter takes a picture and goes on.
  await studio.cells().nth(7).focus();
  await page.keyboard.press('Enter');
  await expect(workspace.getByRole('button', { name: 'Details' })).toHaveAttribute('aria-current', 'step');
  await studio.expectDrawn(12);
  await workspace.getByRole('button', { name: 'Back', exact: true }).click();
  await workspace.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(studio.seed()).toHaveValue(seed);
  expect([await valueOf('Gender'), await valueOf('Hair style')]).toEqual(person);
  expect(studio.problems).toEqual([]);
});

test('attributes are fixed, left to chance, and gone back from', async ({ page }) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.openWorkspace(1);
  const workspace = studio.workspace();
  await studio.set('Hair', 'Hair style', 'Bob');
  const before = await studio.preview();
  await studio.set('Hair', 'Hair style', 'Twin tails');
  await expect.poll(() => studio.preview()).not.toBe(before);
  const fixed = workspace.getByRole('button', { name: 'Fixed: Hair style' });
  await expect(fixed).toHaveAttribute('aria-pressed', 'true');

  // The next pictures keep to it, and to nothing else.
  await workspace.getByRole('button', { name: 'New pictures' }).click();
  await studio.expectDrawn(16);
  const seen = new Set<string>();
  for (const n of [0, 5, 9, 14]) {
    await studio.cells().nth(n).click();
    await expect(studio.cells().nth(n)).toHaveAttribute('aria-pressed', 'true');
    await expect(workspace.getByRole('combobox', { name: 'Hair style' })).toHaveValue('twinTails');
    seen.add(await workspace.getByRole('combobox', { name: 'Nose' }).inputValue());
    seen.add(await workspace.getByRole('combobox', { name: 'Face shape' }).inputValue());
  }
  expect(seen.size).toBeGreaterThan(2);
  await workspace.getByRole('button', { name: 'Fix all' }).click();
  await expect(workspace.getByRole('button', { name: 'Fixed: Nose' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await workspace.getByRole('button', { name: 'Reset' }).click();
  await expect(fixed).toHaveAttribute('aria-pressed', 'false');

  // A seed that is typed is that picture again; Ctrl+Z goes back.
  const seed = await studio.seed().inputValue();
  await studio.seed().fill('12345');
  await studio.seed().press('Enter');
  await expect.poll(() => studio.preview()).not.toBe(before);
  await workspace.getByRole('tab', { name: 'Pictures' }).focus();
  await page.keyboard.press('Control+z');
  await expect(studio.seed()).toHaveValue(seed);
  await page.keyboard.press('Control+Shift+z');
  await expect(studio.seed()).toHaveValue('12345');
  expect(studio.problems).toEqual([]);
});

test('a palette of a file gives the next characters their colours', async ({ page }) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.openWorkspace(1);
  const workspace = studio.workspace();
  await workspace.locator('summary', { hasText: 'Palette' }).click();
  const palette = workspace.getByTestId('palette');
  const swatches = palette.getByRole('toolbar').getByRole('button');
  const order = () => swatches.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
  const open = async (name: string, text: string) => {
    const chooser = page.waitForEvent('filechooser');
    await palette.getByRole('button', { name: /^Open a palette/ }).click();
    const buffer = Buffer.from(text);
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer });
  };
  await open('broken.json', '[1]');
  await expect(page.getByText('"broken.json" is not a palette.')).toBeVisible();
  await open('sunset.json', '{"colors":["#aa3377","#2299cc","#ddbb44"]}');
  expect(await order()).toEqual(['#aa3377', '#2299cc', '#ddbb44']);

  // Keys put colours in order and take them out; those of the picture come to the end.
  await swatches.nth(2).focus();
  await page.keyboard.press('Alt+ArrowLeft');
  expect(await order()).toEqual(['#aa3377', '#ddbb44', '#2299cc']);
  await page.keyboard.press('Delete');
  await expect(swatches).toHaveCount(2);
  await palette.getByRole('button', { name: 'Add the colours of the picture' }).click();
  await expect(swatches).not.toHaveCount(2);
  const download = page.waitForEvent('download');
  await palette.getByRole('button', { name: 'Save the palette' }).click();
  expect((await download).suggestedFilename()).toBe('palette.json');
  await open('two.json', '{"colors":["#aa3377","#2299cc"]}');
  await expect(swatches).toHaveCount(2);
  await studio.screenshot('generate-palette');

  await workspace.getByRole('checkbox', { name: 'Hair', exact: true }).check();
  await workspace.getByRole('button', { name: 'Colour the next pictures' }).click();
  await studio.expectDrawn(16);
  await workspace.locator('summary', { hasText: /^\s*Colours/ }).click();
  const hair = workspace.locator('[data-attribute="hairColor"]');
  for (const n of [1, 6]) {
    await studio.cells().nth(n).click();
    await expect(studio.cells().nth(n)).toHaveAttribute('aria-pressed', 'true');
    const chosen = hair.getByRole('radio', { checked: true });
    expect(['#aa3377', '#2299cc']).toContain(await chosen.getAttribute('aria-label'));
  }
  expect(studio.problems).toEqual([]);
});
