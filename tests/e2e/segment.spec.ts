import { expect, test } from '@playwright/test';
import { difference } from './drawing-page.ts';
import { drawScene, figureBox, overlap, SegmentPage, type Scene } from './segment-page.ts';

let scene: Scene;
test.beforeAll(async () => {
  scene = await drawScene(5, 2);
});
test.describe.configure({ timeout: 240_000 });

test('a character is cut out with strokes that are answered while they are drawn', async ({ page }) => {
  const studio = new SegmentPage(page, scene);
  await studio.begin();
  expect((await studio.tint()).figure).toBe(0);

  // Half of the stroke is drawn, the button is still down, and the mask is there.
  const { mouse } = page;
  const places = scene.figure.map((place) => studio.picture.at(place));
  const half = Math.ceil(places.length / 2);
  await mouse.move(places[0]!.x, places[0]!.y);
  await mouse.down();
  for (const { x, y } of places.slice(1, half)) await mouse.move(x, y);
  await expect.poll(async () => (await studio.tint()).figure).toBeGreaterThan(0.25);
  await studio.screenshot('segment-dragging');
  for (const { x, y } of places.slice(half)) await mouse.move(x, y);
  await mouse.up();
  await expect(page.getByRole('button', { name: 'Undo stroke' }).first()).toBeEnabled();

  // Corrections: what is around it is left out. Each is a step of its own.
  for (const line of scene.ground) await studio.leaveOut(line);
  await mouse.move(2, 2);
  await expect.poll(async () => (await studio.tint()).figure).toBeGreaterThan(0.8);
  await expect.poll(async () => (await studio.tint()).ground).toBeLessThan(0.15);
  await studio.screenshot('segment-marked');

  await page.keyboard.press('Control+z');
  for (let i = 0; i < scene.ground.length; i++) await page.keyboard.press('Control+z');
  await expect.poll(async () => (await studio.tint()).figure).toBe(0);
  for (let i = 0; i <= scene.ground.length; i++) await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await studio.tint()).figure).toBeGreaterThan(0.8);

  // Enter cuts out to a layer, as one step of the document.
  await page.keyboard.press('Enter');
  await expect(page.getByText('Cut out to a new layer.')).toBeVisible();
  expect(await studio.outline()).toEqual(['Cut out*', 'page']);
  expect((await studio.tint()).figure).toBe(0);
  const cut = await studio.layerPixels();
  expect(overlap(cut, scene.panel)).toBeGreaterThan(0.9);

  await page.keyboard.press('Control+z');
  await expect(studio.layer('Cut out')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(studio.layer('Cut out')).toHaveCount(1);

  // The strokes are still there: one more leaves half of it out, and the layer is made again in its place.
  await studio.on('Cut out');
  await studio.menu('Edit strokes');
  await expect(studio.panel().getByText('Strokes of “Cut out”')).toBeVisible();
  await expect.poll(async () => (await studio.tint()).figure).toBeGreaterThan(0.8);
  await studio.picture.drag(scene.figure.slice(0, half), 'Alt');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The cut-out has been changed.')).toBeVisible();
  expect(await studio.outline()).toEqual(['Cut out*', 'page']);
  const less = await studio.layerPixels();
  expect(overlap(less, scene.panel)).toBeLessThan(overlap(cut, scene.panel) - 0.1);
  await page.keyboard.press('Control+z');
  expect(difference(cut, await studio.layerPixels()).worst).toBe(0);
  expect(studio.problems).toEqual([]);
});

test('strokes are given up, selected by, and made a mask whose strokes can be edited', async ({ page }) => {
  const studio = new SegmentPage(page, scene);
  await studio.begin();
  await studio.mark();
  await expect.poll(async () => (await studio.tint()).figure).toBeGreaterThan(0.8);

  // Escape gives them up, and they can be taken up again.
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await studio.tint()).figure).toBe(0);
  expect(await studio.outline()).toEqual(['page*']);
  await studio.panel().getByRole('button', { name: 'Take up the last strokes' }).click();
  await expect.poll(async () => (await studio.tint()).figure).toBeGreaterThan(0.8);

  // What is cut out is shown by itself before it is.
  await studio.panel().getByRole('button', { name: 'On transparency' }).click();
  await studio.screenshot('segment-transparency');
  await studio.panel().getByRole('button', { name: 'Coloured' }).click();

  await studio.result('Selection');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Selected.')).toBeVisible();
  await studio.tab('History');
  await expect(
    page.getByRole('option').or(page.getByRole('listitem')).getByText('Select', { exact: true }),
  ).toBeVisible();
  await page.keyboard.press('Control+d');

  await page.getByRole('tab', { name: 'Cut out' }).click();
  await studio.result('Layer mask');
  await studio.panel().getByRole('button', { name: 'Take up the last strokes' }).click();
  await studio.options().getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('The layer has the mask.')).toBeVisible();
  const masked = await studio.pixels();
  expect(overlap(masked, scene.panel)).toBeGreaterThan(0.9);
  await studio.screenshot('segment-masked');
  await studio.menu('Edit strokes of the mask');
  await expect(studio.panel().getByText('Strokes of “page”')).toBeVisible();
  await studio.panel().getByLabel('Invert: take the rest').check();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The cut-out has been changed.')).toBeVisible();
  expect(overlap(await studio.pixels(), scene.panel)).toBeLessThan(0.1);
  expect(studio.problems).toEqual([]);
});

test('several areas become layers of a group, and a hole is left below a cut-out', async ({ page }) => {
  const studio = new SegmentPage(page, scene);
  await studio.begin();
  const half = Math.ceil(scene.figure.length / 2);
  await studio.picture.drag(scene.figure.slice(0, half));
  await studio.panel().getByRole('button', { name: 'Add an area' }).click();
  await studio.panel().getByLabel('Name of the area').last().fill('Clothes');
  await page.keyboard.press('Enter');
  await studio.picture.drag(scene.figure.slice(half + 1));
  for (const line of scene.ground) await studio.leaveOut(line);
  await page.mouse.move(2, 2);
  await studio.result('A layer for each area');
  await studio.screenshot('segment-areas');
  await studio.options().getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('Each area has a layer, in a group.')).toBeVisible();
  expect(await studio.outline()).toEqual(['Cut out*', '  Clothes', '  Area 1', '  Rest', 'page']);

  await page.keyboard.press('Control+z');
  await studio.result('New layer, hole below');
  await studio.mark();
  await page.keyboard.press('Enter');
  await expect(page.getByText('A mask hides it below.', { exact: false })).toBeVisible();
  expect(await studio.outline()).toEqual(['Cut out*', 'page']);
  await studio
    .layer('Cut out')
    .getByRole('button', { name: /^Hide / })
    .click();
  expect(1 - overlap(await studio.pixels(), scene.panel)).toBeGreaterThan(0.85);
  expect(studio.problems).toEqual([]);
});

test('a box around a figure begins, and a stroke corrects it', async ({ page }) => {
  const studio = new SegmentPage(page, scene);
  await studio.begin();
  const { x, y, width, height } = figureBox(scene);
  await studio.options().getByRole('button', { name: 'Box around it' }).click();
  await studio.picture.drag([
    [x - 8, y - 8],
    [x + width / 2, y + height / 2],
    [x + width + 8, y + height - 4],
  ]);
  await page.mouse.move(2, 2);
  await expect.poll(async () => (await studio.tint()).figure).toBeGreaterThan(0.5);
  // What is outside of the box is no part of it, whatever is found inside.
  const beside = scene.panel.box.x + scene.panel.box.width - 20;
  const place = studio.picture.at([beside, y + height / 2]);
  const [red = 0, , blue = 0] = await studio.screenColour(place.x, place.y);
  expect(blue - red).toBeLessThan(30);
  await studio.screenshot('segment-box');
  await studio.options().getByRole('button', { name: 'Scribble over it' }).click();
  await studio.picture.drag(scene.figure);
  for (const line of scene.ground) await studio.leaveOut(line);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Cut out to a new layer.')).toBeVisible();
  expect(overlap(await studio.layerPixels(), scene.panel)).toBeGreaterThan(0.85);
  expect(studio.problems).toEqual([]);
});
