import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { GeneratePage } from './generate-page.ts';

test('characters come without end, each with a name and a story, until one is taken', async ({ page }) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.openWorkspace(1);
  await studio.tab('Endless');
  const workspace = studio.workspace();
  const name = workspace.getByTestId('endless-name');
  const plot = workspace.getByTestId('endless-plot');
  await expect(plot).not.toHaveText('');
  const first = `${await name.textContent()}: ${await plot.textContent()}`;
  await studio.screenshot('generate-endless');
  const shown = async () => `${await name.textContent()}: ${await plot.textContent()}`;
  // Nobody does anything.
  await expect.poll(shown).not.toBe(first);
  await workspace.getByRole('button', { name: 'Previous', exact: true }).click();
  await expect.poll(shown).toBe(first);
  const before = await studio.seed().inputValue();
  await workspace.getByRole('button', { name: 'Take this one' }).click();
  await expect(studio.seed()).not.toHaveValue(before);
  await expect(workspace.getByRole('button', { name: 'Play' })).toBeVisible();
  expect(studio.problems).toEqual([]);
});

test('faces are found on the canvas, cut out, and taken as a model', async ({ page }) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.open('samples/panel.jpg');
  await studio.expectSize(480, 360);
  await studio.openWorkspace(1);
  await studio.tab('Faces');
  const workspace = studio.workspace();
  await workspace.getByRole('button', { name: 'Find faces' }).click();
  const faces = workspace.getByTestId('face');
  await expect(faces).toHaveCount(1);
  await expect(faces.first()).toHaveAttribute('aria-pressed', 'true');
  await studio.screenshot('generate-faces');
  await workspace.getByRole('button', { name: 'Crop to new layers' }).click();
  await expect(page.getByText('Faces on layers of their own: 1.')).toBeVisible();

  // The girl of the picture has blue hair.
  await workspace.getByRole('button', { name: 'Make an avatar like this' }).click();
  await expect(workspace.getByRole('tab', { name: 'Pictures' })).toHaveAttribute('aria-selected', 'true');
  await studio.expectDrawn(16);
  await studio.screenshot('generate-like-face');
  await expect(workspace.getByRole('button', { name: 'Fixed: Hair', exact: true })).toHaveCount(0);
  await workspace.locator('summary', { hasText: /^\s*Colours/ }).click();
  await expect(workspace.getByRole('button', { name: 'Fixed: Hair', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.getByRole('button', { name: 'Back to the canvas' }).click();
  await expect(studio.layer('Face 1')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(studio.layer('Face 1')).toHaveCount(0);
  expect(studio.problems).toEqual([]);
});

test('the workspace has no accessibility violations, dark or light', async ({ page }) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.openWorkspace(4);
  const check = async () =>
    (await new AxeBuilder({ page }).include('[data-testid="generate-workspace"]').analyze()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    );
  await studio.cells().nth(3).click();
  await studio.workspace().getByRole('button', { name: 'Put on the sheet', exact: true }).click();
  await studio.workspace().locator('summary', { hasText: 'Palette' }).click();
  for (const tab of ['Pictures', 'Step by step', 'Mix two', 'Transition', 'History', 'Faces']) {
    await studio.tab(tab);
    if (tab === 'Step by step') await studio.expectDrawn(12);
    expect([tab, ...(await check())]).toEqual([tab]);
  }
  await page.getByRole('button', { name: /^Theme/ }).click();
  await studio.tab('Pictures');
  expect(await check()).toEqual([]);
});
