import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { GeneratePage } from './generate-page.ts';

test('two pictures have children, and one becomes the other frame by frame', async ({ page }) => {
  const studio = new GeneratePage(page);
  await studio.goto();
  await studio.openWorkspace(10);
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
  const sizes = await frames
    .locator('canvas')
    .evaluateAll((all: HTMLCanvasElement[]) => [
      ...new Set(all.map(({ width, height }) => `${width} x ${height}`)),
    ]);
  expect(sizes).toHaveLength(1);
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
