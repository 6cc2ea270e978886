import { expect, test } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { arc, difference, DrawingPage } from './drawing-page.ts';
import type { Place } from './picture-pointer.ts';
import { pixelsOf, repository } from './studio-page.ts';

/** Written anew by `KOMA_WRITE_GOLDEN=1`, and looked at then; never by CI. */
const GOLDEN = repository('tests/golden/editor/comic-panel.png');

/**
 * The same engine gives the same bytes. Another one may round sines and square roots otherwise, which
 * moves soft edges by hundredths of a pixel: a level or two almost everywhere, a few more on the sharpest
 * edges. A dab more or less, or one that is a quarter of a pixel off, is far beyond this.
 */
const TOLERANCE = { levels: 2, share: 0.001, worst: 24 };

test('a small comic panel is drawn with every tool', async ({ page }) => {
  const studio = new DrawingPage(page);
  await studio.goto();
  await studio.newPage(640, 480);
  await studio.tab('Colour');

  await test.step('ink line art, by pen with pressure', () => ink(studio));
  await test.step('pencil hatching, partly erased', () => hatch(studio));
  await test.step('flats with gap closing and lasso fill', () => flats(studio));
  await test.step('selections joined, feathered, filled', () => selections(studio));
  await test.step('shade on a clipped layer', () => shade(studio));
  await test.step('mask and group', () => maskAndGroup(studio));
  await studio.screenshot('comic-panel');
  const { bytes } = await studio.export();
  if (process.env['KOMA_WRITE_GOLDEN'] === '1' && !process.env['CI']) {
    mkdirSync(dirname(GOLDEN), { recursive: true });
    writeFileSync(GOLDEN, bytes);
  }
  const { share, worst } = difference(await pixelsOf(bytes), await pixelsOf(GOLDEN), TOLERANCE.levels);
  expect(worst, 'levels').toBeLessThanOrEqual(TOLERANCE.worst);
  expect(share, `share of pixels that are more than ${TOLERANCE.levels} levels off`).toBeLessThanOrEqual(
    TOLERANCE.share,
  );
  expect(studio.problems).toEqual([]);
});

async function ink(studio: DrawingPage): Promise<void> {
  await studio.rename('Lines');
  await studio.press('Line art');
  await studio.take('Brush');
  await studio.set('Size', 6);
  await studio.set('Hardness', 100);
  // The frame: a click, then straight lines with Shift.
  await studio.picture.click([20, 20]);
  for (const corner of [
    [620, 20],
    [620, 460],
    [20, 460],
    [20, 20],
  ] as Place[])
    await studio.picture.click(corner, 'Shift');

  await studio.take('Ink pen');
  await studio.set('Size', 9);
  await studio.set('Stabiliser', 15);
  // The head stays open at the chin.
  await studio.picture.pen(arc(220, 230, 80, 92, 92, 448, [0.25, 0.9]));
  // Hair.
  await studio.picture.pen([
    [138, 228, 0.4],
    [128, 160, 0.7],
    [150, 130, 0.8],
    [165, 112, 0.9],
    [200, 120, 0.6],
    [236, 96, 0.9],
    [258, 122, 0.6],
    [296, 128, 0.8],
    [304, 180, 0.7],
    [302, 230, 0.4],
  ]);
  await studio.picture.pen([
    [143, 216, 0.4],
    [168, 190, 0.8],
    [186, 170, 0.5],
    [196, 196, 0.8],
    [230, 168, 0.6],
    [240, 194, 0.8],
    [272, 172, 0.5],
    [282, 200, 0.8],
    [298, 216, 0.4],
  ]);
  // Eyes, mouth, neck and shoulders.
  for (const x of [190, 252]) {
    await studio.picture.pen(arc(x, 240, 15, 12, 190, 350, [0.5, 1]));
    await studio.picture.pen(arc(x, 244, 6, 11, -90, 270, [0.6, 0.9]));
  }
  await studio.picture.pen(arc(220, 272, 20, 12, 160, 20, [0.2, 0.7]));
  await studio.picture.pen([
    [190, 312, 0.3],
    [188, 345, 0.7],
    [140, 372, 0.8],
    [92, 400, 0.7],
    [70, 470, 0.5],
  ]);
  await studio.picture.pen([
    [250, 312, 0.3],
    [254, 345, 0.7],
    [304, 370, 0.8],
    [350, 398, 0.7],
    [374, 470, 0.5],
  ]);
  // A balloon with a tail, and the horizon.
  await studio.picture.pen(arc(470, 110, 112, 64, 165, -165, [0.4, 0.6]));
  await studio.picture.pen([
    [362, 126, 0.5],
    [330, 168, 0.7],
    [358, 98, 0.5],
  ]);
  await studio.picture.pen([
    [14, 350, 0.4],
    [80, 348, 0.6],
    [186, 350, 0.3],
  ]);
  await studio.picture.pen([
    [256, 352, 0.3],
    [440, 346, 0.7],
    [624, 350, 0.4],
  ]);
}

async function hatch(studio: DrawingPage): Promise<void> {
  await studio.newLayer('Hatching');
  await studio.take('Pencil');
  await studio.set('Size', 2);
  for (let i = 0; i < 9; i++) {
    const x = 420 + i * 18;
    await studio.picture.drag([
      [x, 440],
      [x + 12, 410],
      [x + 34, 372],
    ]);
  }
  await studio.take('Eraser');
  await studio.set('Size', 26);
  await studio.picture.drag([
    [410, 412],
    [470, 404],
    [560, 420],
  ]);
}

async function flats(studio: DrawingPage): Promise<void> {
  await studio.on('Paper');
  await studio.newLayer('Flats');
  await studio.menu('Role', 'Fill');
  await studio.take('Paint bucket');
  await studio.set('Close gaps', 14);
  await studio.set('Grow under lines', 2);
  const places: [hex: string, at: Place][] = [
    ['#bfe3f5', [60, 80]], // sky
    ['#fde0cc', [220, 260]], // face, open at the chin
    ['#6a4fb0', [200, 430]], // clothes, open at the neck
    ['#ffffff', [470, 110]], // balloon
  ];
  for (const [hex, at] of places) {
    await studio.colour(hex);
    await studio.picture.click(at);
  }
  // The ground goes under the hatching.
  await studio.options().getByLabel('Sample').selectOption('reference');
  await studio.colour('#d8c9a3');
  await studio.picture.click([560, 440]);
  await studio.picture.click([50, 430]);
  await studio.take('Lasso fill');
  await studio.set('Close gaps', 12);
  await studio.colour('#5b3524');
  await studio.picture.drag(arc(220, 160, 108, 84, 0, 360));
}

async function selections(studio: DrawingPage): Promise<void> {
  const { page } = studio;
  // The eyes: both at once, by the wand.
  await studio.take('Magic wand');
  await studio.picture.click([190, 240]);
  await studio.picture.click([252, 240], 'Shift');
  await studio.set('Amount', 2);
  await studio.options().getByRole('button', { name: 'Grow the selection' }).click();
  await studio.colour('#3f9a63');
  await page.keyboard.press('Alt+Delete');
  await studio.newLayer('Pattern');
  // A sun: an ellipse, and a feathered ring around it.
  await studio.take('Elliptical marquee');
  await studio.picture.drag([
    [540, 190],
    [600, 250],
  ]);
  await studio.colour('#ffd34d');
  await page.keyboard.press('Alt+Delete');
  await studio.set('Amount', 6);
  await studio.options().getByRole('button', { name: 'Grow the selection' }).click();
  await studio.options().getByRole('button', { name: 'Feather the selection' }).click();
  await page.keyboard.press('Control+Shift+i');
  await studio.picture.drag(
    [
      [510, 160],
      [630, 280],
    ],
    'Shift',
    'Alt',
  );
  await studio.colour('#ff9b3d');
  await page.keyboard.press('Alt+Delete');
  // A cloud: two rectangles, less a lasso, and only what lies in a polygon.
  await studio.take('Rectangular marquee');
  await studio.picture.drag([
    [40, 200],
    [110, 240],
  ]);
  await studio.picture.drag(
    [
      [70, 180],
      [130, 226],
    ],
    'Shift',
  );
  await studio.take('Lasso');
  await studio.picture.drag(
    [
      [96, 214],
      [120, 250],
      [84, 250],
      [96, 214],
    ],
    'Alt',
  );
  await studio.take('Polygonal lasso');
  await page.keyboard.down('Shift');
  await page.keyboard.down('Alt');
  await studio.picture.click([30, 214]);
  await page.keyboard.up('Shift');
  await page.keyboard.up('Alt');
  for (const corner of [
    [80, 170],
    [150, 210],
    [100, 260],
  ] as Place[])
    await studio.picture.click(corner);
  await page.keyboard.press('Enter');
  await page.keyboard.press('d');
  await page.keyboard.press('Control+Delete');
  await page.keyboard.press('Control+d');
}

async function shade(studio: DrawingPage): Promise<void> {
  await studio.on('Flats');
  await studio.newLayer('Shade');
  await studio.press('Clip to the layer below');
  await studio.layers().getByLabel('Blend mode').selectOption('multiply');
  // The colour of the shade is that of the clothes.
  await studio.take('Eyedropper');
  await studio.picture.click([200, 430]);
  await expect(studio.page.getByTestId('colour-hex')).toHaveValue('#6a4fb0');
  await studio.take('Brush');
  await studio.set('Size', 60);
  await studio.set('Hardness', 0);
  await studio.page.keyboard.press('4');
  await studio.picture.pen(arc(220, 230, 66, 76, -50, 70, [0.7, 1]));
  await studio.picture.pen([
    [300, 400, 0.7],
    [320, 430, 0.9],
    [330, 456, 0.8],
  ]);
}

async function maskAndGroup(studio: DrawingPage): Promise<void> {
  const { page } = studio;
  await studio.on('Pattern');
  await studio.press('Add mask');
  await page.keyboard.press('d');
  await studio.set('Opacity', 100);
  await studio.picture.drag([
    [630, 270],
    [540, 262],
  ]);
  await studio.on('Flats');
  await studio
    .layer('Pattern')
    .getByText('Pattern', { exact: true })
    .click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+g');
  await expect
    .poll(() => studio.outline())
    .toEqual(['Hatching', 'Lines', 'Group 1*', '  Pattern', '  Shade', '  Flats', 'Paper']);
}
