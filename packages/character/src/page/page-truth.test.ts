import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import type { Rasterize } from '../output/rasterize.ts';
import { composePage } from './compose-page.ts';
import { insideConvex } from './convex.ts';
import { pageHeight, pageToSvg } from './page-to-svg.ts';
import { maskBox, pageTruth } from './page-truth.ts';
import { planPage } from './plan-page.ts';
import { renderPageLayers } from './render-page-layers.ts';

const WIDTH = 600;
const HEIGHT = pageHeight(WIDTH);

const rasterize: Rasterize = (svg) => {
  const data = new Uint8ClampedArray(new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels);
  for (let p = 0; p < data.length; p += 4) {
    const alpha = data[p + 3]!;
    if (alpha > 0 && alpha < 255) for (let c = 0; c < 3; c++) data[p + c] = (data[p + c]! * 255) / alpha;
  }
  return data;
};

const page = composePage(planPage(5));
const rgba = rasterize(pageToSvg(page, { width: WIDTH }), WIDTH, HEIGHT);
const truth = pageTruth(page, WIDTH, rasterize);

/** The share of pixels that differ by more than a rounding and an edge. */
const unlike = (made: (i: number) => number): number => {
  let count = 0;
  for (let i = 0; i < WIDTH * HEIGHT; i++) if (Math.abs(made(i) - rgba[i * 4]!) > 64) count++;
  return count / (WIDTH * HEIGHT);
};

test('a page is grey only', () => {
  for (let p = 0; p < rgba.length; p += 4) {
    if (rgba[p] !== rgba[p + 1] || rgba[p] !== rgba[p + 2] || rgba[p + 3] !== 255)
      throw new Error(`pixel ${p / 4} is not grey`);
  }
});

test('the darkest of line art, tones, blacks and lettering is the page, but for edges', () => {
  const { lineArt, tones, blacks, lettering } = truth;
  expect(unlike((i) => Math.min(lineArt[i]!, tones[i]!, blacks[i]!, lettering[i]!))).toBeLessThan(0.01);
  for (const plane of [lineArt, tones, lettering]) expect(plane.some((value) => value < 64)).toBe(true);
});

test('layers laid over each other are the page, but for edges', () => {
  const made = new Float64Array(WIDTH * HEIGHT).fill(255);
  for (const { layers } of renderPageLayers(page, WIDTH, rasterize))
    for (const { x, y, width, height, data } of layers)
      for (let i = 0; i < width * height; i++) {
        const at = (y + Math.floor(i / width)) * WIDTH + x + (i % width);
        const alpha = data[i * 4 + 3]! / 255;
        made[at] = made[at]! * (1 - alpha) + data[i * 4]! * alpha;
      }
  expect(unlike((i) => made[i]!)).toBeLessThan(0.01);
});

test('masks do not overlap, and each figure and balloon is seen', () => {
  const { figures, balloons, panels } = truth;
  expect(figures).toHaveLength(page.figures.length);
  expect(balloons).toHaveLength(page.balloons.length);
  for (const group of [[...figures, ...balloons], panels]) {
    for (let i = 0; i < WIDTH * HEIGHT; i++) {
      let holders = 0;
      for (const mask of group) holders += mask[i] === 255 ? 1 : 0;
      if (holders > 1) throw new Error(`pixel ${i} is in ${holders} masks`);
    }
    for (const mask of group) expect(maskBox(mask, WIDTH)).toBeDefined();
  }
});

test('the mask of a panel holds what an independent test of its outline says', () => {
  const scale = WIDTH / 1200;
  for (const [index, mask] of truth.panels.entries()) {
    const { outline } = page.plan.panels[index]!;
    let wrong = 0;
    for (let i = 0; i < WIDTH * HEIGHT; i += 7) {
      const at = [((i % WIDTH) + 0.5) / scale, (Math.floor(i / WIDTH) + 0.5) / scale] as const;
      const inside = insideConvex(outline, at);
      const covered = page.plan.panels.some(
        ({ frame, outline: other }, k) => k > index && frame === 'inset' && insideConvex(other, at, 2),
      );
      if (inside !== (mask[i] === 255) && !covered) wrong++;
    }
    expect(wrong / ((WIDTH * HEIGHT) / 7)).toBeLessThan(0.002);
  }
});

test('mouths and eyes that no balloon hides are in the mask of their figure', () => {
  const scale = WIDTH / 1200;
  for (const [index, { mouth, panel, index: who }] of page.figures.entries()) {
    const { outline, figures } = page.plan.panels[panel]!;
    if (!insideConvex(outline, mouth, -6) || figures[who]!.shot === 'eyes') continue;
    const at = Math.floor(mouth[1] * scale) * WIDTH + Math.floor(mouth[0] * scale);
    expect(truth.figures[index]![at]).toBe(255);
  }
});
