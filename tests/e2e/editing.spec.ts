import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { maxDifference, pixelsOf, repository, StudioPage } from './studio-page.ts';

test.describe('opening and saving', () => {
  test('a PNG with transparency comes out as it went in, hidden colours included', async ({ page }) => {
    const studio = new StudioPage(page);
    await studio.goto();
    for (const file of [
      'tests/fixtures/good/alpha.png',
      'samples/sticker.png',
      'tests/fixtures/good/lossless-alpha.webp',
    ]) {
      await page.getByTestId('file-picker').setInputFiles(repository(file));
      const source = await pixelsOf(repository(file));
      await studio.expectSize(source.width, source.height);
      const { bytes } = await studio.export();
      expect(maxDifference(await pixelsOf(bytes), source), file).toBe(0);
    }
  });

  test('JPEG, WebP and odd kinds of PNG have the pixels that sharp sees', async ({ page }) => {
    const studio = new StudioPage(page);
    await studio.goto();
    // 16 bits are rounded to 8 by some decoders and cut by others: one level.
    const files = {
      'q75.jpg': 1,
      'progressive.jpg': 1,
      'grey.png': 0,
      'palette.png': 0,
      'one-bit.png': 0,
      'rgb16.png': 1,
      'lossy.webp': 1,
    };
    for (const [file, tolerance] of Object.entries(files)) {
      await page.getByTestId('file-picker').setInputFiles(repository(`tests/fixtures/good/${file}`));
      const source = await pixelsOf(repository(`tests/fixtures/good/${file}`));
      await studio.expectSize(source.width, source.height);
      const { bytes } = await studio.export();
      expect(maxDifference(await pixelsOf(bytes), source), file).toBeLessThanOrEqual(tolerance);
    }
  });

  test('all eight EXIF orientations are shown upright', async ({ page }) => {
    const studio = new StudioPage(page);
    await studio.goto();
    const files = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `orient-${n}.jpg`);
    for (const file of [...files, 'orient-6.webp']) {
      await page.getByTestId('file-picker').setInputFiles(repository(`tests/fixtures/good/${file}`));
      await expect(page.getByTestId('layer').getByText(file.replace(/\..*/, ''))).toBeVisible();
      const expected = await pixelsOf(
        await sharp(repository(`tests/fixtures/good/${file}`))
          .autoOrient()
          .png()
          .toBuffer(),
      );
      await studio.expectSize(expected.width, expected.height);
      const { bytes } = await studio.export();
      expect(maxDifference(await pixelsOf(bytes), expected), file).toBeLessThanOrEqual(1);
    }
  });

  test('JPEG and WebP are written with the chosen quality; JPEG puts transparency on white', async ({
    page,
  }) => {
    const studio = new StudioPage(page);
    await studio.goto();
    await studio.open('samples/sticker.png');
    const jpeg = await studio.export('jpeg');
    expect(jpeg.name).toBe('sticker.jpg');
    expect([...jpeg.bytes.subarray(0, 2)]).toEqual([0xff, 0xd8]);
    const corner = (await pixelsOf(jpeg.bytes)).data.subarray(0, 4);
    expect(corner.every((value) => value >= 253)).toBe(true);
    const webp = await studio.export('webp');
    expect(webp.bytes.subarray(8, 12).toString()).toBe('WEBP');
    expect((await pixelsOf(webp.bytes)).data[3]).toBe(0);
  });

  test('colours of a wide-gamut picture are converted to sRGB, and the person is told', async ({ page }) => {
    const studio = new StudioPage(page);
    await studio.goto();
    await page.getByTestId('file-picker').setInputFiles(repository('tests/fixtures/good/p3-icc.png'));
    await expect(page.getByText('were converted to sRGB')).toBeVisible();
    const { bytes } = await studio.export();
    const expected = await pixelsOf(repository('tests/fixtures/good/p3-icc.png'));
    expect(maxDifference(await pixelsOf(bytes), expected)).toBeLessThanOrEqual(3);
  });

  test('a picture that is pasted while another is being opened waits for it', async ({ page }) => {
    const studio = new StudioPage(page);
    await studio.goto();
    const read = (name: string) => readFileSync(repository(`samples/${name}`)).toString('base64');
    await page.evaluate(
      ([first, second]) => {
        const paste = (base64: string): void => {
          const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
          const data = new DataTransfer();
          data.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
          const init = { clipboardData: data, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new ClipboardEvent('paste', init));
        };
        // In one task of the page: the first cannot have ended.
        paste(first!);
        paste(second!);
      },
      [read('sticker.png'), read('sticker.png')],
    );
    await studio.expectSize(320, 320);
    await expect(page.getByTestId('layer')).toHaveCount(2);
    await expect(page.getByText('Wait until the work in progress')).toHaveCount(0);
  });

  test('pictures can be pasted, dropped, copied, and tried from our samples', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const studio = new StudioPage(page);
    await studio.goto();
    await page.getByRole('button', { name: 'Low-res colour panel' }).click();
    await studio.expectSize(480, 360);

    const sticker = readFileSync(repository('samples/sticker.png')).toString('base64');
    const dispatch = (type: 'paste' | 'drop') =>
      page.evaluate(
        async ([kind, base64]) => {
          const bytes = Uint8Array.from(atob(base64!), (c) => c.charCodeAt(0));
          const data = new DataTransfer();
          data.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
          const event =
            kind === 'paste'
              ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
              : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
          document.body.dispatchEvent(event);
        },
        [type, sticker],
      );
    await dispatch('paste');
    await expect(page.getByTestId('layer')).toHaveCount(2);
    await studio.expectSize(480, 360);
    await dispatch('drop');
    await studio.expectSize(320, 320);

    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(page.getByText('Copied to the clipboard')).toBeVisible();
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const bytes = new Uint8Array(await (await item!.getType('image/png')).arrayBuffer());
      return Array.from(bytes);
    });
    const pixels = await pixelsOf(Buffer.from(copied));
    expect([pixels.width, pixels.height]).toEqual([320, 320]);

    // Opening replaced the document, and that can be undone like anything else.
    await page.keyboard.press('Control+z');
    await studio.expectSize(480, 360);
    await expect(page.getByTestId('layer')).toHaveCount(2);
  });
});

test.describe('layers', () => {
  test('are added, hidden, faded, renamed, moved and deleted, each as one step that can be undone', async ({
    page,
  }) => {
    const studio = new StudioPage(page);
    await studio.goto();
    await studio.open('samples/panel.jpg');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add picture as layer' }).click();
    await (await chooser).setFiles(repository('samples/sticker.png'));
    const layers = page.getByTestId('layer');
    await expect(layers).toHaveCount(2);
    await expect(layers.first()).toContainText('sticker');

    await studio.layers().getByRole('slider', { name: 'Opacity' }).fill('50');
    const { bytes } = await studio.export();
    expect(maxDifference(await pixelsOf(bytes), await composite(0.5))).toBeLessThanOrEqual(2);

    await page.getByRole('button', { name: 'Hide sticker' }).click();
    const panelOnly = await studio.export();
    expect(
      maxDifference(await pixelsOf(panelOnly.bytes), await pixelsOf(repository('tests/golden/panel.png'))),
    ).toBeLessThanOrEqual(1);
    await page.getByRole('button', { name: 'Show sticker' }).click();

    await layers.first().getByText('sticker').dblclick();
    await page.getByLabel('Layer name').fill('Mascot');
    await page.keyboard.press('Enter');
    await expect(layers.first()).toContainText('Mascot');
    await page.getByRole('button', { name: 'Move down' }).click();
    await expect(layers.last()).toContainText('Mascot');
    await page.getByRole('button', { name: 'Delete layer' }).click();
    await expect(layers).toHaveCount(1);

    // Delete, move, rename, show, hide, fade, add: seven steps, the slider's movements being one.
    for (let i = 0; i < 6; i++) await page.keyboard.press('Control+z');
    await expect(layers).toHaveCount(2);
    await expect(layers.first()).toContainText('100 %');
    await page.keyboard.press('Control+z');
    await expect(layers).toHaveCount(1);
    await page.keyboard.press('Control+Shift+z');
    await expect(layers).toHaveCount(2);
  });

  test('an upscaled result can be a layer with all its pixels in an unchanged document', async ({ page }) => {
    const studio = new StudioPage(page);
    await studio.goto();
    await studio.open('samples/panel.jpg');
    await studio.choose('Result', 'new-layer');
    await studio.apply().click();
    const layers = page.getByTestId('layer');
    await expect(layers).toHaveCount(2);
    await studio.expectSize(480, 360);
    await expect(layers.first()).toContainText('960 × 720 px');
    const { bytes } = await studio.export('png', 'layer');
    const golden = await pixelsOf(repository('tests/golden/panel-upconv7-noise1-2x.png'));
    expect(maxDifference(await pixelsOf(bytes), golden)).toBeLessThanOrEqual(1);
  });
});

test('the keyboard reaches everything, in both themes without serious accessibility faults', async ({
  page,
}) => {
  const studio = new StudioPage(page);
  await studio.goto();
  await expectAccessible(page, 'empty, dark');
  await studio.open('tests/fixtures/good/alpha.png');
  await studio.apply().click();
  await studio.expectSize(96, 64);

  // The divider, by keyboard.
  const divider = page.getByLabel('Position of the before and after divider');
  await divider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(divider).toHaveValue('51');
  await page.keyboard.press('Home');
  await expect(divider).toHaveValue('0');

  const zoom = page.getByTestId('zoom');
  await page.getByRole('application').focus();
  await page.keyboard.press('Control+1');
  await expect(zoom).toHaveText('100 %');
  await page.keyboard.press('+');
  await expect(zoom).toHaveText('125 %');
  await page.keyboard.press('-');
  await expect(zoom).toHaveText('100 %');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, 'export dialog, dark');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await expectAccessible(page, 'document, dark');
  await page.getByRole('button', { name: 'Theme: Light' }).click();
  await expectAccessible(page, 'document, light');

  // Arrow keys go on within tabs and the tool bar.
  await page.getByRole('tab', { name: 'Operations' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Colour' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page
    .getByRole('toolbar', { name: 'Tools' })
    .getByRole('button', { name: /^Brush/ })
    .focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: /^Eraser/ })).toBeFocused();

  // Every button and field can be reached with Tab.
  const focusable = await page
    .locator(
      // Tool bars, tabs and trees are one stop each, and arrow keys lead on from there.
      'button:enabled:visible:not([tabindex="-1"]), select:enabled:visible, input:enabled:visible:not([tabindex="-1"]), summary',
    )
    .count();
  const reached = new Set<string>();
  await page.locator('body').evaluate((body) => {
    (document.activeElement as HTMLElement | null)?.blur();
    body
      .querySelectorAll('button, select, input, summary')
      .forEach((element, i) => ((element as HTMLElement).dataset['n'] = String(i)));
  });
  for (let i = 0; i < focusable + 12; i++) {
    await page.keyboard.press('Tab');
    const n = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['n']);
    if (n) reached.add(n);
  }
  // Radio buttons of one group are one stop, by design of HTML.
  const radios = await page.locator('input[type=radio]').count();
  expect(reached.size).toBeGreaterThanOrEqual(focusable - Math.max(0, radios - 1));
});

test('shortcuts go by the letter, and work while a slider has the focus', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.goto();
  await studio.open('tests/fixtures/good/alpha.png');
  const layer = page.getByTestId('layer');
  const opacity = studio.layers().getByRole('slider', { name: 'Opacity' });
  await opacity.fill('40');
  await opacity.focus();
  await page.keyboard.press('Control+z');
  await expect(layer).toContainText('100 %');
  await page.keyboard.press('Control+y');
  await expect(layer).toContainText('40 %');
  // A German keyboard: the key in the place of Y says Z.
  await page.evaluate(() =>
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', code: 'KeyY', ctrlKey: true })),
  );
  await expect(layer).toContainText('100 %');
});

test('while a job runs, Cancel is in sight even without panels, and nothing else changes the document', async ({
  page,
}) => {
  const studio = new StudioPage(page);
  await studio.goto();
  await studio.open('samples/panel.jpg');
  await studio.choose('Model', 'cunet');
  await studio.choose('Scale', '4');
  await studio.apply().click();
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await expect(cancel).toBeInViewport({ ratio: 1 });
  await expect(cancel).toBeFocused();
  await page.getByRole('button', { name: 'Hide panels' }).click();
  await expect(cancel).toBeInViewport({ ratio: 1 });
  await page.getByTestId('file-picker').setInputFiles(repository('samples/manga.png'));
  await expect(page.getByText('Wait until the work in progress is finished')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cancel).toBeHidden();
  await studio.expectSize(480, 360);
  // The panel still knows what was chosen.
  await page.getByRole('button', { name: 'Show panels' }).click();
  await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue('cunet');
});

test('the comparison follows undo and redo, and ends where there is nothing to compare', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.goto();
  await studio.open('tests/fixtures/good/alpha.png');
  await studio.apply().click();
  await studio.expectSize(96, 64);
  const divider = page.getByLabel('Position of the before and after divider');
  const compare = page.getByRole('button', { name: 'Before / after' });
  await expect(divider).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(divider).toHaveCount(0);
  await expect(compare).toBeDisabled();
  await page.keyboard.press('Control+Shift+z');
  await expect(divider).toHaveCount(1);
  await page.getByRole('button', { name: 'Delete layer' }).click();
  await expect(studio.apply()).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Export' })).toBeDisabled();
});

test('the interface speaks three languages, its errors too', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.goto();
  await page.getByLabel('Language').selectOption('ja');
  await expect(page.getByRole('heading', { name: 'ここに画像をドロップ' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '高解像度化' })).toBeVisible();
  await page.getByTestId('file-picker').setInputFiles(repository('tests/fixtures/bad/empty.png'));
  await expect(page.getByRole('alert')).toContainText('空のファイルです');
  await page.getByLabel('言語').selectOption('zh-Hans');
  await expect(page.getByRole('heading', { name: '把图片拖到这里' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: '把图片拖到这里' })).toBeVisible();
});

async function expectAccessible(page: import('@playwright/test').Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
    state,
  ).toEqual([]);
}

/** The sticker over the panel, by the W3C formula, as an oracle. */
async function composite(opacity: number) {
  const backdrop = await pixelsOf(repository('tests/golden/panel.png'));
  const sticker = await pixelsOf(repository('samples/sticker.png'));
  const data = Buffer.from(backdrop.data);
  // Added pictures lie in the middle.
  const left = (backdrop.width - sticker.width) / 2;
  const top = (backdrop.height - sticker.height) / 2;
  for (let y = 0; y < sticker.height; y++)
    for (let x = 0; x < sticker.width; x++) {
      const [s, b] = [(y * sticker.width + x) * 4, ((y + top) * backdrop.width + x + left) * 4];
      const alpha = (sticker.data[s + 3]! / 255) * opacity;
      for (let c = 0; c < 3; c++)
        data[b + c] = Math.round(sticker.data[s + c]! * alpha + backdrop.data[b + c]! * (1 - alpha));
    }
  return { ...backdrop, data };
}
