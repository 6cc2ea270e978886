import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { GeneratePage } from './generate-page.ts';
import { PicturePointer } from './picture-pointer.ts';
import { pixelsOf } from './studio-page.ts';

test('a joint is dragged, and the pose goes to another character', async ({ page }) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.openWorkspace(1);
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

test('a figure on the canvas is posed where it stands, as one step or not at all', async ({ page }) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.openWorkspace(1);
  await studio.set('Picture', 'Framing', 'Full body');
  await studio.set('Picture', 'Background', 'Plain');
  await studio.set('Pose', 'Pose', 'Standing');
  await studio.size(512);
  await studio.send('As layers');
  // Whole pixels of the picture's shape: one may be lost.
  await expect(page.getByTestId('document-size')).toHaveText(/^34\d × 51\d px$/);
  const tree = studio.layers().getByRole('treeitem');
  await expect(tree).toHaveCount(1);
  const before = (await studio.export()).bytes;

  // A joint is dragged: what is seen changes, the document does not.
  await studio.layers().getByRole('button', { name: 'Pose on canvas' }).click();
  const bar = page.getByRole('region', { name: /^Posing/ });
  const wrist = bar.getByRole('button', { name: 'Left wrist' });
  const height = async () => Number(await wrist.getAttribute('data-y'));
  const resting = await height();
  const pointer = await PicturePointer.over(page);
  const hand = await studio.joint(wrist, 341, 512);
  await pointer.drag([hand, [hand[0] + 40, hand[1] - 60], [hand[0] + 60, hand[1] - 180]]);
  await expect.poll(height).toBeLessThan(resting - 0.15);
  await studio.screenshot('pose-on-canvas');
  const axe = await new AxeBuilder({ page }).include('[aria-label^="Posing"]').analyze();
  expect(axe.violations.map(({ id }) => id)).toEqual([]);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();

  // Keys move a joint too, one that Ctrl+Z takes back.
  const raised = await height();
  await wrist.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(height).toBeGreaterThan(raised + 0.02);
  await page.keyboard.press('Control+z');
  await expect.poll(height).toBeCloseTo(raised, 3);

  // Esc leaves everything as it was.
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  expect((await studio.export()).bytes.equals(before)).toBe(true);

  // Apply draws the layers anew, as one step; they stay the same layers.
  await studio.layers().getByRole('button', { name: 'Pose on canvas' }).click();
  await wrist.waitFor({ state: 'attached' });
  await pointer.drag([hand, [hand[0] + 60, hand[1] - 180]]);
  await expect.poll(height).toBeLessThan(resting - 0.15);
  await bar.getByRole('button', { name: 'Apply' }).click();
  await expect(bar).toHaveCount(0);
  await expect(tree).toHaveCount(1);
  const after = await studio.export();
  expect(after.bytes.equals(before)).toBe(false);
  expect((await pixelsOf(after.bytes)).data.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
  await studio.screenshot('posed-on-canvas');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await studio.export()).bytes.equals(before)).toBe(true);
  expect(studio.problems).toEqual([]);
});
