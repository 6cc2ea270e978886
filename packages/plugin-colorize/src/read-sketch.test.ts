import { flattenOnto, type RasterImage } from '@koma/core/raster';
import { seededRandom } from '@koma/core/plugin';
import { describe, expect, it } from 'vitest';
import { drawing, isInked, paint, type Colour, type DrawingOptions } from './drawings.test-helper.ts';
import { readSketch, type Sketch } from './read-sketch.ts';

const SIZE = 160;

/** Mean tones of what is drawn and of what is not. */
function means({ width, height, tone }: Sketch): { ink: number; paper: number } {
  const sums = { ink: [0, 0], paper: [0, 0] };
  for (let y = 0, p = 0; y < height; y++)
    for (let x = 0; x < width; x++, p++) {
      const sum = isInked(x, y, width, height) ? sums.ink : sums.paper;
      sum[0]! += tone[p]!;
      sum[1]!++;
    }
  return { ink: sums.ink[0]! / sums.ink[1]!, paper: sums.paper[0]! / sums.paper[1]! };
}

const negative = (image: RasterImage): RasterImage => ({
  ...image,
  data: image.data.map((code, i) => (i % 4 === 3 ? code : 255 - code)),
});

describe('readSketch', () => {
  it.each<[string, DrawingOptions]>([
    ['black on white', {}],
    ['pencil on cream paper', { paper: [240, 232, 210], ink: [120, 116, 108], noise: 3 }],
    ['blue pencil', { ink: [150, 190, 245] }],
    ['red pencil', { ink: [250, 170, 160], noise: 1 }],
    ['yellow marker', { ink: [255, 255, 120] }],
    ['pale pencil', { ink: [186, 186, 186], noise: 2 }],
    ['ink on kraft paper', { paper: [176, 140, 98], ink: [40, 30, 26], noise: 3 }],
    ['white on black', { paper: [0, 0, 0], ink: [255, 255, 255] }],
    ['chalk on a green board', { paper: [30, 60, 45], ink: [200, 210, 205], noise: 3 }],
  ])('makes paper white and lines black: %s', (_name, options) => {
    const sketch = readSketch(drawing(SIZE, SIZE, options));
    const { ink, paper } = means(sketch);
    expect(sketch.blank).toBe(false);
    expect(paper).toBeGreaterThan(250);
    expect(ink).toBeLessThan(20);
  });

  it('says where the lines are light, and then reads the negative', () => {
    for (const options of [{}, { paper: [250, 240, 230], ink: [90, 70, 60] } as const]) {
      const image = drawing(SIZE, SIZE, options);
      const [dark, light] = [readSketch(image), readSketch(negative(image))];
      expect([dark.inverted, light.inverted]).toEqual([false, true]);
      expect(light.tone).toEqual(dark.tone);
      expect(light.white).toEqual(dark.white);
    }
  });

  it('is not misled by much black on white paper, or by a dark border around it', () => {
    const half = paint(SIZE, SIZE, (x, y) => {
      const margin = Math.min(x, y, SIZE - 1 - x, SIZE - 1 - y) < 12;
      return !margin && x > SIZE / 5 ? [10, 10, 10, 255] : [255, 255, 255, 255];
    });
    expect(readSketch(half)).toMatchObject({ inverted: false, white: [255, 255, 255], blank: false });
    const scanned = paint(SIZE, SIZE, (x, y) => {
      if (Math.min(x, y, SIZE - 1 - x, SIZE - 1 - y) < 6) return [20, 20, 20, 255];
      return isInked(x, y, SIZE, SIZE) ? [60, 60, 60, 255] : [235, 235, 235, 255];
    });
    expect(readSketch(scanned)).toMatchObject({ inverted: false, white: [235, 235, 235] });
  });

  it('does not care which channel shows the ink', () => {
    const reading = (ink: Colour) => readSketch(drawing(SIZE, SIZE, { ink })).tone;
    const tone = reading([90, 255, 200]);
    expect(reading([255, 90, 200])).toEqual(tone);
    expect(reading([200, 255, 90])).toEqual(tone);
  });

  it('makes the palest pencil four times as strong, and no more', () => {
    const { ink, paper } = means(readSketch(drawing(SIZE, SIZE, { ink: [225, 225, 225] })));
    expect(paper).toBe(255);
    expect(ink).toBeCloseTo(255 - 4 * 30, 0);
  });

  it('leaves faint lines beside dark ones faint', () => {
    const image = paint(SIZE, SIZE, (x) => {
      const code = x % 20 === 10 ? 0 : x % 20 === 5 ? 205 : 255;
      return [code, code, code, 255];
    });
    const { tone } = readSketch(image);
    expect([tone[10], tone[5], tone[0]]).toEqual([0, 205, 255]);
  });

  it('does not make more of noise than it was', () => {
    const { tone } = readSketch(
      drawing(SIZE, SIZE, { paper: [230, 230, 230], ink: [180, 180, 180], noise: 4 }),
    );
    let worse = 0;
    for (let p = 0; p < tone.length; p++)
      if (tone[p]! < 200 && !isInked(p % SIZE, Math.floor(p / SIZE), SIZE, SIZE)) worse++;
    expect(worse / tone.length).toBeLessThan(0.005);
  });

  it('reads transparent line art as on white, and light lines on nothing as on black', () => {
    const clear = (code: number) =>
      paint(SIZE, SIZE, (x, y) => {
        const nearness = isInked(x, y, SIZE, SIZE) ? 255 : isInked(x + 1, y, SIZE, SIZE) ? 120 : 0;
        return [code, code, code, nearness];
      });
    const black = clear(0);
    expect(readSketch(black)).toEqual(readSketch(flattenOnto(black, 255, 255, 255)));
    const white = readSketch(clear(255));
    expect(white).toMatchObject({ inverted: true, blank: false });
    expect(white.tone).toEqual(readSketch(black).tone);
  });

  it('finds nothing drawn where there is nothing', () => {
    const random = seededRandom(3);
    const noisy = (mean: number, spread: number) =>
      paint(200, 200, () => {
        const code = mean + spread * (random() + random() + random() - 1.5);
        return [code, code, code, 255];
      });
    const even = (code: number, alpha = 255) => paint(64, 64, () => [code, code, code, alpha]);
    const pages = [
      even(255),
      even(128),
      even(0),
      even(0, 0),
      even(200, 90),
      noisy(225, 12),
      noisy(40, 12),
      noisy(128, 30),
      // A lamp at the side.
      paint(300, 200, (x) => [250 - x / 5, 245 - x / 5, 230 - x / 5, 255]),
      paint(1, 1, () => [9, 9, 9, 255]),
    ];
    expect(pages.map((page) => readSketch(page).blank)).toEqual(pages.map(() => true));
  });

  it('reads pictures of any shape', () => {
    for (const [width, height] of [
      [16, 16],
      [4000, 30],
      [30, 4000],
      [1, 300],
    ] as const) {
      const bars = paint(width, height, (x, y) => ((x + y) % 10 < 3 ? [0, 0, 0, 255] : [255, 255, 255, 255]));
      const sketch = readSketch(bars);
      expect(sketch).toMatchObject({ width, height, blank: false });
      expect(sketch.tone.every((value, p) => value === bars.data[p * 4])).toBe(true);
    }
  });
});
