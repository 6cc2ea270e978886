import { expect, test } from '@playwright/test';
import { GeneratePage } from './generate-page.ts';
import { PicturePointer } from './picture-pointer.ts';
import { pixelsOf } from './studio-page.ts';

test('somebody who cannot draw makes a character sheet and has it on the canvas as layers', async ({
  page,
}) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.openWorkspace();
  const workspace = studio.workspace();

  // A click chooses a character; it faces the front.
  const first = await studio.preview();
  await studio.cells().nth(6).click();
  await expect(studio.cells().nth(6)).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => studio.preview()).not.toBe(first);
  const seed = await studio.seed().inputValue();
  for (const name of ['Head turn', 'Head nod', 'Head tilt']) await studio.set('Pose', name, 0);
  await studio.set('Expression', 'Expression', 'Smile');
  await workspace.getByRole('button', { name: 'Put on the sheet', exact: true }).click();

  // Three expressions of all there are.
  await studio.source('Expression');
  await studio.expectDrawn(16);
  await studio.screenshot('generate-expressions');
  for (const name of ['Angry', 'Surprised', 'Crying']) {
    const cell = workspace.getByRole('button', { name: new RegExp(`^${name} \\(`) });
    await cell.hover();
    await workspace.getByRole('button', { name: new RegExp(`^Put on the sheet: ${name}`) }).click();
  }

  // Three poses, the whole figure; with the keyboard.
  await studio.set('Picture', 'Framing', 'Full body');
  await studio.source('Pose');
  await studio.expectDrawn(32);
  await studio.screenshot('generate-poses');
  for (const name of ['Waving', 'Jumping', 'Sitting']) {
    await workspace.getByRole('button', { name: new RegExp(`^${name} \\(`) }).focus();
    await page.keyboard.press('+');
  }
  await expect(workspace.getByTestId('sheet-picture')).toHaveCount(7);
  await expect(studio.seed()).toHaveValue(seed);

  await workspace.getByRole('button', { name: 'Send the sheet to the canvas' }).click();
  await studio.showCanvas();
  await studio.screenshot('generate-sheet');
  const groups = ['Angry', 'Surprised', 'Crying', 'Waving', 'Jumping', 'Sitting'];
  const tree = studio.layers().getByRole('treeitem');
  for (const name of groups) await expect(studio.layer(name)).toBeVisible();
  await expect(tree.filter({ hasText: 'Paper' })).toBeVisible();

  // What is on the canvas are layers: lines and flats of their own.
  await studio.layer('Angry').getByRole('button', { name: 'Unfold Angry' }).click();
  await expect(studio.layers().getByText('Line art').first()).toBeVisible();
  await expect(studio.layers().getByText('Flats').first()).toBeVisible();

  // The pictures lie beside each other on white paper.
  const { width, height, data } = await pixelsOf((await studio.export()).bytes);
  const white = (x: number, y: number) =>
    data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).every((v) => v === 255);
  expect(white(1, 1) && white(width - 2, height - 2)).toBe(true);
  let painted = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i]! < 250 || data[i + 1]! < 250) painted++;
  expect(painted / (width * height)).toBeGreaterThan(0.3);

  // All of it is one step.
  await page.keyboard.press('Control+z');
  await expect(studio.layer('Angry')).toHaveCount(0);
  expect(studio.problems).toEqual([]);
});

test('a picture is sent into an open document as layers, as one layer and as a sketch, one step each', async ({
  page,
}) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await page.getByRole('button', { name: 'New page' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New page' });
  await dialog.getByLabel('Width').fill('500');
  await dialog.getByLabel('Height').fill('400');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await studio.expectSize(500, 400);

  await studio.openWorkspace(1);
  await studio.send('As layers');
  await studio.expectSize(500, 400);
  const tree = studio.layers().getByRole('treeitem');
  await expect(tree).toHaveCount(3);
  const { width, data } = await pixelsOf((await studio.export()).bytes);
  // It fits: in the middle, with paper at both sides.
  const pixel = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
  expect(pixel(20, 200)).toEqual([255, 255, 255]);
  expect(pixel(480, 200)).toEqual([255, 255, 255]);
  await page.keyboard.press('Control+z');
  await expect(tree).toHaveCount(2);

  await page.getByRole('button', { name: 'Generate' }).first().click();
  await studio.send('As one layer');
  await expect(tree).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(tree).toHaveCount(2);

  await page.getByRole('button', { name: 'Generate' }).first().click();
  await studio.send('As a sketch with its style picture');
  await expect(tree.filter({ hasText: ': sketch' })).toBeVisible();
  await expect(tree.filter({ hasText: ': style' })).toBeVisible();
  await expect(tree.filter({ hasText: 'Untitled' })).toHaveCount(0);
  await studio.screenshot('generate-sketch');
  await page.keyboard.press('Control+z');
  await expect(tree).toHaveCount(2);
  expect(studio.problems).toEqual([]);
});

test('a character on the canvas is edited, keeps what was painted on it, and survives a project', async ({
  page,
}) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.openWorkspace(1);
  await studio.size(512);
  const seed = await studio.seed().inputValue();
  await studio.send('As layers');
  const tree = studio.layers().getByRole('treeitem');
  await expect(tree).toHaveCount(1);
  await studio
    .layers()
    .getByRole('button', { name: /^Unfold/ })
    .click();
  const flats = studio.layer('Flats');
  await expect(flats).toBeVisible();
  const count = await tree.count();

  // Somebody paints on the flats.
  await flats.click();
  await (
    await PicturePointer.over(page)
  ).drag([
    [240, 300],
    [280, 320],
  ]);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled();

  // The project knows how the character was made.
  const project = await studio.export('koma');
  await page.reload();
  await studio.drop(project.name, project.bytes);
  await expect(tree).toHaveCount(count);
  const before = (await studio.export()).bytes;
  await studio.layers().getByRole('button', { name: 'Edit character' }).click();
  await expect(studio.seed()).toHaveValue(seed);
  await studio.set('Expression', 'Expression', 'Angry');
  await studio.screenshot('generate-edit');
  await studio.workspace().getByRole('button', { name: 'Update on the canvas' }).click();
  await expect(studio.workspace()).toHaveCount(0);
  await expect(page.getByText('Layers that you had painted on are kept, hidden')).toBeVisible();
  await expect(studio.layer('Flats (before)')).toBeVisible();
  await expect(tree).toHaveCount(count + 1);
  expect((await studio.export()).bytes.equals(before)).toBe(false);
  await page.keyboard.press('Control+z');
  await expect(tree).toHaveCount(count);
  expect((await studio.export()).bytes.equals(before)).toBe(true);
  expect(studio.problems).toEqual([]);
});
