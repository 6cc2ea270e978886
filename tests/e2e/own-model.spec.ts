import { expect, test } from '@playwright/test';
import { encodeModel, floatTensor } from '@koma/core/onnx';
import { maxDifference, pixelsOf, repository, StudioPage } from './studio-page.ts';

const picture = (name: string, channels = 3) => ({
  name,
  elemType: 1,
  dims: [1, channels, 'height', 'width'],
});

/** An upscaler that repeats every pixel, as somebody may have it: with names of its own. */
const model = (channels = 3) =>
  Buffer.from(
    encodeModel({
      irVersion: 8,
      producer: 'test',
      opsets: [{ domain: '', version: 13 }],
      metadata: { license: 'CC0-1.0' },
      graph: {
        name: 'repeat',
        nodes: [
          {
            op: 'Resize',
            inputs: ['image', '', 'scales'],
            outputs: ['larger'],
            attributes: {
              mode: { type: 'string', value: 'nearest' },
              coordinate_transformation_mode: { type: 'string', value: 'asymmetric' },
              nearest_mode: { type: 'string', value: 'floor' },
            },
          },
        ],
        initializers: [floatTensor('scales', [4], [1, 1, 2, 2])],
        inputs: [picture('image', channels)],
        outputs: [picture('larger', channels)],
      },
    }),
  );

test('a model of one’s own is looked at, added, used, kept and removed', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.goto();
  await studio.open('samples/manga.png');
  const source = await pixelsOf(repository('samples/manga.png'));
  await studio.expectSize(source.width, source.height);
  const add = async (name: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add model…' }).click();
    await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  };
  const models = page.getByRole('combobox', { name: 'Model', exact: true });

  // What does not fit is refused in words, and nothing is offered.
  await add('grey.onnx', model(1));
  await expect(page.getByText(/This model does not fit here .*1 channels instead of 3/)).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(models.locator('option')).toHaveCount(3);

  await add('Repeat twice.onnx', model());
  const dialog = page.getByRole('dialog', { name: 'Add this model?' });
  for (const text of ['Repeat twice.onnx', 'image: 1 × 3 × height × width', 'CC0-1.0'])
    await expect(dialog).toContainText(text);
  await expect(dialog.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(models.locator('option')).toHaveCount(3);
  await add('Repeat twice.onnx', model());
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(models.locator('option:checked')).toHaveText('Repeat twice');

  await studio.apply().click();
  await studio.expectSize(2 * source.width, 2 * source.height);
  const { width, height, data } = await pixelsOf((await studio.export()).bytes);
  const repeated = Buffer.alloc(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = 4 * ((y >> 1) * source.width + (x >> 1));
      source.data.copy(repeated, 4 * (y * width + x), from, from + 4);
    }
  expect(maxDifference({ width, height, data }, { width, height, data: repeated })).toBe(0);

  // It is there the next time, and gone once it is removed; the chosen one is the first again.
  await page.reload();
  await expect(models.locator('option')).toHaveText([/./, /./, /./, 'Repeat twice']);
  await models.selectOption({ label: 'Repeat twice' });
  await page.getByRole('button', { name: 'Remove this model' }).click();
  await expect(models.locator('option')).toHaveCount(3);
  await expect(models).toHaveValue('upconv7');
  await page.reload();
  await expect(models.locator('option')).toHaveCount(3);
  expect(studio.problems).toEqual([]);
});
