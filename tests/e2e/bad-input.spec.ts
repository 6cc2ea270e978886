import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { pixelsOf, repository, StudioPage } from './studio-page.ts';

/** What a person must be told about each file of tests/fixtures/bad. */
const MESSAGES: Record<string, RegExp> = {
  'not-an-image.png': /is not a picture/,
  'empty.png': /is empty/,
  'truncated.png': /is damaged or was not downloaded completely/,
  'truncated.jpg': /is damaged or was not downloaded completely/,
  'bomb.png': /too large: 16384 × 16384/,
  'claims-16384.png': /too large: 16384 × 16384 are 268\.5 megapixels, at most 64/,
  'huge-claim.webp': /too large/,
  'cmyk.jpg': /CMYK colours for print. Convert it to RGB/,
  'script.svg': /is an SVG drawing, which may contain programs/,
  'animated.gif': /is a GIF file/,
};

test('every bad file is refused in words and leaves the document as it was', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.goto();
  await studio.open('tests/fixtures/good/alpha.png');
  const original = await pixelsOf(repository('tests/fixtures/good/alpha.png'));
  await studio.expectSize(original.width, original.height);
  for (const [file, message] of Object.entries(MESSAGES)) {
    await page.getByTestId('file-picker').setInputFiles(repository(`tests/fixtures/bad/${file}`));
    const alert = page.getByRole('alert').getByText(message);
    await expect(alert, file).toBeVisible();
    await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).first().click();
    await expect(alert).toBeHidden();
    await studio.expectSize(original.width, original.height);
    await expect(page.getByTestId('layer')).toHaveCount(1);
  }
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  const { bytes } = await studio.export();
  expect((await pixelsOf(bytes)).data.equals(original.data)).toBe(true);
});

test('a bad file among several does not change where the good ones go', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.goto();
  await studio.open('samples/panel.jpg');
  await studio.expectSize(480, 360);
  const files = ['tests/fixtures/bad/truncated.png', 'samples/sticker.png', 'tests/fixtures/good/alpha.png'];
  await page.getByTestId('file-picker').setInputFiles(files.map(repository));
  await studio.expectSize(320, 320);
  await expect(page.getByTestId('layer')).toHaveCount(2);
  await expect(page.getByRole('alert')).toContainText('truncated.png');
});

test('an SVG with a script runs nothing', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.goto();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByTestId('file-picker').setInputFiles(repository('tests/fixtures/bad/script.svg'));
  await expect(page.getByRole('alert')).toContainText('SVG');
  expect(dialogs).toEqual([]);
  expect(await page.locator('svg script').count()).toBe(0);
});

test('a dropped folder is named as what it is', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.goto();
  await dropFromDisk(page, [repository('samples')]);
  await expect(page.getByRole('alert')).toContainText('"samples" is a folder');
  // The same way of dropping opens a file: the test above did reach the page.
  await dropFromDisk(page, [repository('samples/panel.jpg')]);
  await studio.expectSize(480, 360);
});

test('a damaged model file is noticed, and the document survives', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.goto();
  await studio.open('tests/fixtures/good/alpha.png');
  await page.route(/upconv7-scale2x.*\.onnx/, async (route) => {
    const bytes = readFileSync(repository('packages/plugin-upscale/models/upconv7-scale2x.onnx'));
    bytes[bytes.length >> 1]! ^= 1;
    await route.fulfill({ body: bytes, contentType: 'application/octet-stream' });
  });
  await studio.choose('Noise removal', 'off');
  await studio.apply().click();
  await expect(page.getByRole('alert')).toContainText('The model file "upconv7-scale2x" is damaged');
  await expect(page.getByTestId('layer')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();

  await page.unroute(/upconv7-scale2x.*\.onnx/);
  await studio.apply().click();
  await studio.expectSize(96, 64);
});

test('a result that would be too large is refused before any work', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.goto();
  await studio.open('samples/panel.jpg');
  await page.getByText('Pixels', { exact: true }).click();
  await page.getByLabel('Width', { exact: true }).fill('60000');
  await studio.apply().click();
  await expect(page.getByRole('alert')).toContainText('The result would be too large: 60000 × 45000');
  await studio.expectSize(480, 360);
});

/** Drops files from the disk as the system's file manager does. */
async function dropFromDisk(page: Page, files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
  }
}
