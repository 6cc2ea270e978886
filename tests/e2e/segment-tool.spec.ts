import { expect, test } from '@playwright/test';
import { BOX, GAP, GROUND, RING, ShapesPage } from './segment-shapes.ts';

test.describe('fingers and pen', () => {
  test.use({ hasTouch: true });

  test('mark what is cut out; a gap is closed by a click, and each way of looking shows what it says', async ({
    page,
  }) => {
    const studio = new ShapesPage(page);
    await studio.begin();
    await studio.touch(RING.stroke);
    await studio.expectTint(true, false);
    // The box is open below: the border leaks there, until a click closes it.
    await studio.picture.pen(BOX.stroke);
    await studio.expectTint(true, true);
    const leaks = studio.panel().getByText('Places where the border crosses open paper', { exact: false });
    await expect(leaks).toBeVisible();
    await studio.screenshot('segment-leak');
    await studio.picture.click(GAP);
    await expect(leaks).toBeHidden();
    await studio.expectTint(true, true);

    // Every stroke is one step, the border too.
    for (const [ring, box] of [
      [true, true],
      [true, false],
      [false, false],
    ] as const) {
      await page.keyboard.press('Control+z');
      await studio.expectTint(ring, box);
    }
    for (let i = 0; i < 3; i++) await page.keyboard.press('Control+Shift+z');
    await studio.expectTint(true, true);

    // Leaving out: with the right button, with Alt; and what was said is taken back with the eraser.
    await studio.leaveOut(RING.stroke);
    await studio.expectTint(false, true);
    await page.keyboard.press('Control+z');
    await studio.picture.drag(BOX.stroke, 'Alt');
    await studio.expectTint(true, false);
    await page.keyboard.press('Control+z');
    await studio.push('Erase strokes');
    await studio.picture.drag(RING.stroke);
    await studio.expectTint(false, true);
    await page.keyboard.press('Control+z');
    await studio.expectTint(true, true);

    const at = (place: typeof GROUND) => {
      const { x, y } = studio.picture.at(place);
      return studio.screenColour(x, y);
    };
    for (const [view, ground, kept] of [
      ['On black', [0, 0, 0], [255, 255, 255]],
      ['On white', [255, 255, 255], [255, 255, 255]],
      ['Mask', [0, 0, 0], [255, 255, 255]],
    ] as const) {
      await studio.push(view);
      await expect.poll(() => at(GROUND), view).toEqual(ground);
      await expect.poll(() => at(RING.inside), view).toEqual(kept);
    }
    await studio.push('On transparency');
    // Two places beside each other are of one square each.
    const squares = async () => [(await at(GROUND))[0]!, (await at([GROUND[0] + 8, GROUND[1]]))[0]!];
    await expect.poll(async () => Math.min(...(await squares()))).toBeLessThan(250);
    expect(await at(RING.inside)).toEqual([255, 255, 255]);
    await studio.push('Coloured');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Cut out to a new layer.')).toBeVisible();
    expect(await studio.alphas('layer')).toEqual([255, 255, 0]);
    expect(studio.problems).toEqual([]);
  });
});

test('selections and masks are joined to what is there, and their strokes stay', async ({ page }) => {
  const studio = new ShapesPage(page);
  await studio.begin();
  await studio.result('Selection');
  const select = async (how: string, shape: typeof RING) => {
    await studio.push(how);
    await studio.picture.drag(shape.stroke);
    await studio.enter();
  };
  /** What is erased of the layer is what was selected. */
  const selected = async () => {
    await page.keyboard.press('Delete');
    const alphas = await studio.alphas();
    await page.keyboard.press('Control+z');
    return alphas;
  };
  const edit = studio.panel().getByRole('button', { name: "Edit the selection's strokes" });
  await select('Replace', BOX);
  expect(await selected()).toEqual([255, 0, 255]);
  await select('Replace', RING);
  expect(await selected()).toEqual([0, 255, 255]);
  // As long as the strokes are what is selected, they can be gone on with.
  await edit.click();
  await studio.expectTint(true, false);
  await studio.picture.drag(BOX.stroke);
  await studio.expectTint(true, true);
  await page.keyboard.press('Enter');
  await expect(edit).toBeVisible();
  expect(await selected()).toEqual([0, 0, 255]);
  await select('Subtract', RING);
  expect(await selected()).toEqual([255, 0, 255]);
  await expect(edit).toBeHidden();
  await select('Add', RING);
  expect(await selected()).toEqual([0, 0, 255]);
  await select('Intersect', RING);
  expect(await selected()).toEqual([0, 255, 255]);
  await page.keyboard.press('Control+d');

  await studio.result('Layer mask');
  await studio.picture.drag(RING.stroke);
  await studio.enter();
  expect(await studio.alphas()).toEqual([255, 0, 0]);
  // Another is added, by a loop; then its strokes are changed, and the first is still there.
  await page.getByRole('tab', { name: 'Cut out' }).click();
  await studio.push('Add');
  await studio.push('Loop around it');
  await studio.picture.drag([
    [280, 80],
    [440, 80],
    [440, 240],
    [280, 240],
    [280, 90],
  ]);
  await studio.enter();
  expect(await studio.alphas()).toEqual([255, 255, 0]);
  await studio.menu('Recipe', 'Edit strokes of the mask');
  await expect(studio.panel().getByText('Strokes of “shapes”')).toBeVisible();
  await studio.expectTint(false, true);
  await studio.panel().getByLabel('Invert: take the rest').check();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The cut-out has been changed.')).toBeVisible();
  const changed = await studio.alphas();
  expect(changed).toEqual([255, 0, 255]);
  await studio.menu('Recipe', "Run the mask's recipe again");
  await expect(page.getByText(/^Segment finished/)).toBeVisible();
  expect(await studio.alphas()).toEqual(changed);
  expect(studio.problems).toEqual([]);
});

test('strokes follow a page that becomes twice as large, and the recipe can be run again', async ({
  page,
}) => {
  const studio = new ShapesPage(page);
  await studio.begin(0);
  await studio.picture.drag(RING.stroke);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Cut out to a new layer.')).toBeVisible();
  await studio.on('shapes');
  await studio.tab('Operations');
  await page.getByRole('tabpanel', { name: 'Operations' }).getByRole('button', { name: 'Apply' }).click();
  await studio.expectSize(960, 640);
  await studio.on('Cut out');
  await studio.menu('Recipe', 'Run recipe again');
  await expect(page.getByText(/^Segment finished/)).toBeVisible();
  expect(await studio.alphas('layer', 2)).toEqual([255, 0, 0]);
  await studio.menu('Recipe', 'Edit strokes');
  await page.keyboard.press('Control+0');
  await studio.measure();
  const twice = (places: typeof BOX.stroke) => places.map(([x, y]) => [2 * x, 2 * y] as const);
  await studio.picture.drag(twice(BOX.stroke));
  await page.keyboard.press('Enter');
  await expect(page.getByText('The cut-out has been changed.')).toBeVisible();
  expect(await studio.alphas('layer', 2)).toEqual([255, 255, 0]);
  expect(studio.problems).toEqual([]);
});
