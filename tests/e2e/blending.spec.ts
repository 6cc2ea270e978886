import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { DrawingPage } from './drawing-page.ts';
import { pixelsOf } from './studio-page.ts';

/** Names of the blend modes of W3C Compositing and Blending, and of the canvas's operators. */
const OPERATORS = {
  normal: 'source-over',
  multiply: 'multiply',
  screen: 'screen',
  overlay: 'overlay',
  darken: 'darken',
  lighten: 'lighten',
  'color-dodge': 'color-dodge',
  'color-burn': 'color-burn',
  'hard-light': 'hard-light',
  'soft-light': 'soft-light',
  difference: 'difference',
  exclusion: 'exclusion',
  hue: 'hue',
  saturation: 'saturation',
  color: 'color',
  luminosity: 'luminosity',
  'linear-dodge': 'lighter',
} as const satisfies Record<string, GlobalCompositeOperation>;

/**
 * Both subtract twice a product, `s + d - 2 p`, and Skia rounds the product to a byte before it is doubled:
 * its own result may be a level off. There we must be within one of the exact value, and it within two of us.
 */
const DOUBLED: Partial<Record<string, (s: number, d: number, sa: number, da: number) => number>> = {
  difference: (s, d, sa, da) => s + d - 2 * Math.min(s * da, d * sa),
  exclusion: (s, d) => s + d - 2 * s * d,
};

const SIDE = 64;

/**
 * Canvases hold premultiplied bytes, layers straight ones. With these alphas, and colours that are whole
 * multiples, both hold exactly the same: colour = multiple * share of 255, premultiplied = multiple.
 */
const ALPHAS = [255, 255, 255, 85, 51, 17, 15, 5, 0] as const;

/** Random pixels, a third of them opaque. Straight-alpha RGBA8. */
function randomLayer(seed: number): Buffer {
  let state = seed;
  // Numerical Recipes' linear congruential generator: the same pictures at every run.
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const data = Buffer.alloc(SIDE * SIDE * 4);
  for (let i = 0; i < data.length; i += 4) {
    const alpha = ALPHAS[next(ALPHAS.length)]!;
    data[i + 3] = alpha;
    for (let c = 0; c < 3; c++) data[i + c] = alpha === 0 ? 0 : (255 / alpha) * next(alpha + 1);
  }
  return data;
}

test('every blend mode agrees with the canvas of the browser within a level', async ({ page }) => {
  const studio = new DrawingPage(page);
  await studio.goto();
  const [below, above] = [randomLayer(1), randomLayer(2)];
  const png = (data: Buffer) =>
    sharp(data, { raw: { width: SIDE, height: SIDE, channels: 4 } })
      .png()
      .toBuffer();
  const file = async (name: string, data: Buffer) => ({
    name: `${name}.png`,
    mimeType: 'image/png',
    buffer: await png(data),
  });
  await page.getByTestId('file-picker').setInputFiles(await file('below', below));
  await studio.expectSize(SIDE, SIDE);
  const chooser = page.waitForEvent('filechooser');
  await studio.press('Add picture as layer');
  await (await chooser).setFiles(await file('above', above));
  await expect(studio.layer('above')).toHaveAttribute('aria-selected', 'true');

  const operators = Object.values(OPERATORS);
  const blended = await page.evaluate(blendOnCanvas, {
    below: [...below],
    above: [...above],
    operators,
    side: SIDE,
  });
  for (const [mode, operator] of Object.entries(OPERATORS)) {
    await studio.layers().getByLabel('Blend mode').selectOption(mode);
    await expect(studio.layers().getByLabel('Blend mode')).toHaveValue(mode);
    const ours = (await pixelsOf((await studio.export()).bytes)).data;
    const theirs = blended[operator]!;
    const exact = DOUBLED[mode];
    let [worst, compared, fromExact] = [0, 0, 0];
    for (let i = 0; i < ours.length; i += 4) {
      if (mode === 'linear-dodge' && !isPlainSum(below, above, i)) continue;
      compared++;
      // Levels of the premultiplied values: where there is little alpha there is little to see.
      const premultiplied = (pixels: ArrayLike<number>, c: number) =>
        c === 3 ? pixels[i + 3]! : Math.round((pixels[i + c]! * pixels[i + 3]!) / 255);
      for (let c = 0; c < 4; c++) {
        worst = Math.max(worst, Math.abs(premultiplied(ours, c) - premultiplied(theirs, c)));
        if (!exact || c === 3) continue;
        const [s, d, sa, da] = [
          premultiplied(above, c),
          premultiplied(below, c),
          above[i + 3]!,
          below[i + 3]!,
        ];
        const value = exact(s / 255, d / 255, sa / 255, da / 255) * 255;
        fromExact = Math.max(fromExact, Math.abs((ours[i + c]! * ours[i + 3]!) / 255 - value));
      }
    }
    expect(compared, mode).toBeGreaterThan(SIDE);
    expect.soft(worst, `${mode}: levels`).toBeLessThanOrEqual(exact ? 2 : 1);
    expect.soft(fromExact, `${mode}: levels from the formula`).toBeLessThanOrEqual(1);
  }
  expect(studio.problems).toEqual([]);
});

/**
 * The canvas has no blend mode that adds: "lighter" adds premultiplied values and alphas. That is the same
 * on an opaque backdrop, unless a translucent sum runs over.
 */
function isPlainSum(below: Buffer, above: Buffer, i: number): boolean {
  if (below[i + 3] !== 255) return false;
  return above[i + 3] === 255 || [0, 1, 2].every((c) => below[i + c]! + above[i + c]! <= 255);
}

/** Draws one picture over another with each operator. Runs in the page. */
function blendOnCanvas({
  below,
  above,
  operators,
  side,
}: {
  below: number[];
  above: number[];
  operators: GlobalCompositeOperation[];
  side: number;
}): Partial<Record<GlobalCompositeOperation, number[]>> {
  const [canvas, top] = [new OffscreenCanvas(side, side), new OffscreenCanvas(side, side)];
  const [context, other] = [canvas, top].map((one) => one.getContext('2d', { willReadFrequently: true })!);
  other!.putImageData(new ImageData(new Uint8ClampedArray(above), side, side), 0, 0);
  const pictures = operators.map((operator) => {
    context!.putImageData(new ImageData(new Uint8ClampedArray(below), side, side), 0, 0);
    context!.globalCompositeOperation = operator;
    context!.drawImage(top, 0, 0);
    return [operator, [...context!.getImageData(0, 0, side, side).data]] as const;
  });
  return Object.fromEntries(pictures);
}
