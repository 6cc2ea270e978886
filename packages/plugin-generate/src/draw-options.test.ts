import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createSvgService, type DrawSvg } from '@koma/core/plugin';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawOptions } from './draw-options.ts';
import { drawSvg } from './node-svg.test-helper.ts';
import { sampleOptions } from './sample-options.ts';

describe('drawOptions', () => {
  it.each([
    ['bust', 256, 256],
    ['full', 170, 255],
    ['chibi', 205, 256],
  ] as const)('draws a %s whose longer side is the size asked for', async (framing, width, height) => {
    const image = await drawOptions({ options: sampleOptions(1, { framing }), size: 256 }, drawSvg);
    expect([image.width, image.height]).toEqual([width, height]);
  });

  it.each(['full', 'chibi'])('fills the picture of a %s to its edges at any size', async (framing) => {
    const options = sampleOptions(1, { framing, background: 'plain' });
    for (const size of [64, 250, 257]) {
      const { data } = await drawOptions({ options, size }, drawSvg);
      expect(data.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
    }
  });

  it('draws the same every time, and something else for another seed', async () => {
    const [first, again, other] = await Promise.all(
      [4, 4, 5].map((seed) => drawOptions({ options: sampleOptions(seed, {}), size: 64 }, drawSvg)),
    );
    expect(first).toEqual(again);
    expect(first).not.toEqual(other);
  });

  it('shows a sketch as grey lines on opaque white paper', async () => {
    const options = sampleOptions(6, { background: 'none', finish: 'soft' });
    const { data } = await drawOptions({ options, size: 256, look: 'sketch' }, drawSvg);
    let white = 0;
    for (let p = 0; p < data.length; p += 4) {
      expect(data[p + 3]).toBe(255);
      expect(data[p] === data[p + 1] && data[p] === data[p + 2]).toBe(true);
      if (data[p] === 255) white++;
    }
    expect(white / (data.length / 4)).toBeGreaterThan(0.6);
    expect(white / (data.length / 4)).toBeLessThan(0.98);
  });

  it('shows a style in colour whatever the finish', async () => {
    for (const finish of ['tone', 'line'])
      expect(
        await drawOptions({ options: sampleOptions(6, { finish }), size: 64, look: 'style' }, drawSvg),
      ).toEqual(await drawOptions({ options: sampleOptions(6, { finish: 'cel' }), size: 64 }, drawSvg));
  });

  it.each([0, 15, 4097, 1.5, Number.NaN])('refuses a size of %d', async (size) => {
    await expect(drawOptions({ options: sampleOptions(1, {}), size }, drawSvg)).rejects.toMatchObject({
      code: 'OPTIONS_INVALID',
    });
  });

  it('refuses options that no character has', async () => {
    await expect(
      drawOptions({ options: { seed: 1, outfit: 'toga' }, size: 64 }, drawSvg),
    ).rejects.toMatchObject({
      code: 'OPTIONS_INVALID',
      message: expect.stringContaining('outfit'),
    });
  });

  describe('in a browser', () => {
    let drawInBrowser: DrawSvg;
    beforeAll(async () => {
      const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
      const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
      await initWasm(readFileSync(wasm));
      drawInBrowser = createSvgService(async () => Resvg);
    });

    it.each([
      [1, 'cel'],
      [2, 'soft'],
      [3, 'tone'],
      [4, 'line'],
    ] as const)('gives the picture of the command line for seed %d in %s', async (seed, finish) => {
      for (const framing of ['bust', 'full']) {
        const request = { options: sampleOptions(seed, { finish, framing }), size: 200 };
        const [browser, native] = [
          await drawOptions(request, drawInBrowser),
          await drawOptions(request, drawSvg),
        ];
        expect([browser.width, browser.height]).toEqual([native.width, native.height]);
        let other = 0;
        for (let p = 0; p < native.data.length; p++) {
          const apart = Math.abs(native.data[p]! - browser.data[p]!);
          if (apart > 0) other++;
          // Two of the sixteen places of an edge within a pixel: WebAssembly rounds some numbers otherwise.
          if (apart > 32) throw new Error(`byte ${p} is ${apart} levels off`);
        }
        expect(other / native.data.length).toBeLessThan(0.0005);
      }
    });
  });
});
