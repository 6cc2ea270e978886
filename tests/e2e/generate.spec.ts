import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { GeneratePage } from './generate-page.ts';
import { pixelsOf, repository } from './studio-page.ts';

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

  await studio.openWorkspace();
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

test('a saved picture that is dropped again gives its options back, and so does their file', async ({
  page,
}) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.openWorkspace();
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
  await studio.openWorkspace();
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
  await studio.openWorkspace();
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
  await studio.openWorkspace();
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

test('two pictures have children, and one becomes the other frame by frame', async ({ page }) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.openWorkspace();
  const workspace = studio.workspace();
  await studio.tab('Mix two');
  const [a, b] = ['Parent A', 'Parent B'].map((name) =>
    workspace.getByRole('button', { name: `${name}: This one` }),
  );
  await a!.click();
  await studio.tab('Pictures');
  await studio.cells().nth(9).click();
  await expect(studio.cells().nth(9)).toHaveAttribute('aria-pressed', 'true');
  const seed = await studio.seed().inputValue();
  await studio.tab('Mix two');
  await b!.click();
  // All of B: each child is B.
  await workspace.getByLabel('Everything').fill('1');
  await workspace.getByRole('button', { name: 'Mix them' }).click();
  await studio.expectDrawn(16);
  await studio.cells().nth(3).click();
  await expect(studio.seed()).toHaveValue(seed);
  await workspace.getByLabel('Everything').fill('0.5');
  await workspace.getByRole('button', { name: 'Mix them' }).click();
  await studio.expectDrawn(16);
  await studio.screenshot('generate-breed');

  await studio.tab('Transition');
  const shelf = workspace.getByRole('group', { name: 'Choose from the history' }).getByRole('button');
  await expect(shelf).toHaveCount(2);
  await shelf.nth(0).click();
  await shelf.nth(1).click();
  await workspace.getByLabel('Frames', { exact: true }).fill('5');
  await workspace.getByLabel('Frames', { exact: true }).press('Enter');
  await workspace.getByLabel('Keep', { exact: true }).selectOption({ label: 'The pose' });
  await workspace.getByRole('button', { name: 'Draw the transition' }).click();
  const frames = workspace.getByTestId('transition-frames').getByRole('button');
  await expect(frames.and(page.locator('[data-drawn="true"]'))).toHaveCount(5);
  await studio.screenshot('generate-transition');
  await workspace.getByLabel('Size of what is sent and saved').selectOption('512');

  const kinds = { 'PNG frames (ZIP)': 'zip', 'Animated PNG': 'png', GIF: 'gif' };
  for (const [format, extension] of Object.entries(kinds)) {
    await workspace.getByLabel('Format').selectOption({ label: format });
    const download = page.waitForEvent('download');
    await workspace.getByRole('button', { name: 'Save the frames' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(`transition.${extension}`);
    const bytes = readFileSync(await saved.path());
    expect(await framesIn(page, bytes, extension)).toBe(5);
  }
  expect(studio.problems).toEqual([]);
});

/** How many pictures a file has, as the browser counts them; of an archive, as its last record says. */
async function framesIn(page: Page, bytes: Buffer, extension: string): Promise<number> {
  const END_RECORD = 22;
  if (extension === 'zip') return bytes.readUInt16LE(bytes.length - END_RECORD + 10);
  return page.evaluate(
    async ({ base64, type }) => {
      const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const decoder = new ImageDecoder({ data, type });
      await decoder.tracks.ready;
      return decoder.tracks.selectedTrack!.frameCount;
    },
    { base64: bytes.toString('base64'), type: extension === 'gif' ? 'image/gif' : 'image/png' },
  );
}

test('a joint is dragged, and the pose goes to another character', async ({ page }) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.openWorkspace();
  const workspace = studio.workspace();
  await studio.set('Picture', 'Framing', 'Full body');
  await studio.set('Pose', 'Pose', 'Standing');
  await workspace.getByRole('button', { name: 'Pose by hand' }).click();
  const joints = workspace.locator('[data-joint]');
  await expect(joints).not.toHaveCount(0);
  const before = await studio.preview();
  const hand = workspace.getByRole('button', { name: 'Left wrist', exact: true });
  const place = (await hand.boundingBox())!;
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.mouse.down();
  await page.mouse.move(place.x + 30, place.y - 60, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => studio.preview()).not.toBe(before);
  await expect.poll(async () => (await hand.boundingBox())!.y).toBeLessThan(place.y - 20);
  await studio.screenshot('generate-joints');

  await workspace.getByRole('button', { name: 'Same pose, other character' }).click();
  await studio.expectDrawn(16);
  await studio.screenshot('generate-same-pose');
  await studio.cells().nth(2).click();
  await expect(studio.cells().nth(2)).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(async () => (await hand.boundingBox())!.y).toBeLessThan(place.y - 10);
  expect(studio.problems).toEqual([]);
});

test('characters come without end, each with a name and a story, until one is taken', async ({ page }) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.openWorkspace();
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
  await studio.openWorkspace();
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
  await studio.openWorkspace();
  const check = async () =>
    (await new AxeBuilder({ page }).include('[data-testid="generate-workspace"]').analyze()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    );
  await studio.cells().nth(3).click();
  await studio.workspace().getByRole('button', { name: 'Put on the sheet', exact: true }).click();
  for (const tab of ['Pictures', 'Step by step', 'Mix two', 'Transition', 'History', 'Faces']) {
    await studio.tab(tab);
    if (tab === 'Step by step') await studio.expectDrawn(12);
    expect([tab, ...(await check())]).toEqual([tab]);
  }
  await page.getByRole('button', { name: /^Theme/ }).click();
  await studio.tab('Pictures');
  expect(await check()).toEqual([]);
});
