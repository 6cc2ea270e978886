import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { GeneratePage } from './generate-page.ts';
import { pixelsOf, repository } from './studio-page.ts';

test('a saved picture that is dropped again gives its options back, and so does their file', async ({
  page,
}) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.openWorkspace(9);
  await studio.cells().nth(3).click();
  const seed = await studio.seed().inputValue();
  await expect(studio.cells().nth(3)).toHaveAttribute('aria-pressed', 'true');
  const png = await studio.save('PNG that carries its options');
  const json = await studio.save('Options alone (JSON)');
  expect(json.name).toMatch(/\.json$/);
  const { width, height } = await pixelsOf(png.bytes);
  expect(Math.max(width, height)).toBe(1024);

  for (const file of [png, json]) {
    await studio.cells().nth(8).click();
    await expect(studio.seed()).not.toHaveValue(seed);
    await studio.drop(file.name, file.bytes);
    await expect(studio.seed()).toHaveValue(seed);
  }
  // The same options are the same picture, to the byte.
  expect((await studio.save('PNG that carries its options')).bytes.equals(png.bytes)).toBe(true);

  // What carries none says so, and leaves the picture as it is.
  await studio.drop('sticker.png', readFileSync(repository('samples/sticker.png')));
  await expect(page.getByText('This file carries no options of a generated picture.')).toBeVisible();
  await studio.drop('broken.json', Buffer.from('{"seed":'));
  await expect(page.getByRole('alert').getByText(/options/)).toHaveCount(2);
  await expect(studio.seed()).toHaveValue(seed);

  // On the canvas it is a picture, and says what it carries.
  await page.getByRole('button', { name: 'Back to the canvas' }).click();
  await page.reload();
  await studio.drop('hero.png', png.bytes);
  await studio.expectSize(width, height);
  await page.getByRole('button', { name: 'Use them' }).click();
  await expect(studio.seed()).toHaveValue(seed);
});

test('the history survives a reload, with favourites and lineage', async ({ page }) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.openWorkspace(9);
  const workspace = studio.workspace();
  await studio.cells().nth(2).click();
  const seed = await studio.seed().inputValue();
  await workspace.getByRole('button', { name: 'Favourite' }).click();
  await expect(workspace.getByRole('button', { name: 'Favourite' })).toHaveAttribute('aria-pressed', 'true');

  // A relative of it remembers where it comes from.
  await workspace.getByRole('button', { name: 'Vary', exact: true }).click();
  await studio.expectDrawn(16);
  await studio.cells().nth(1).click();
  await studio.tab('History');
  const pictures = workspace.getByTestId('history-picture');
  await expect(pictures).toHaveCount(2);
  await page.reload();
  await page.getByRole('button', { name: 'Generate' }).first().click();
  await studio.tab('History');
  await expect(pictures).toHaveCount(2);
  await expect(pictures.first().locator('img')).toBeVisible();

  await pictures.first().click();
  const detail = workspace.getByTestId('history-detail');
  await expect(detail).toContainText('Variation');
  await studio.screenshot('generate-history');
  await detail.getByRole('group').getByRole('button').first().click();
  await expect(pictures.nth(1)).toHaveAttribute('aria-pressed', 'true');
  await expect(detail.getByRole('button', { name: 'Favourite' })).toHaveAttribute('aria-pressed', 'true');
  await detail.getByRole('button', { name: 'Load options' }).click();
  await expect(studio.seed()).toHaveValue(seed);

  await detail.getByRole('button', { name: 'Delete' }).click();
  await expect(pictures).toHaveCount(1);
  await page.reload();
  await page.getByRole('button', { name: 'Generate' }).first().click();
  await studio.tab('History');
  await expect(pictures).toHaveCount(1);
  expect(studio.problems).toEqual([]);
});
