import { join } from 'node:path';
import type { LayersOutput, RasterImage } from '@koma/plugin-kit';
import { openHeadless, type HeadlessPlugin } from '@koma/plugin-kit/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const [WIDTH, HEIGHT] = [150, 110];

/** How far a place is from a ring around the middle, pixels: the drawing is a ring, two pixels to each side. */
function fromRing(x: number, y: number): number {
  return Math.abs(Math.hypot(x - WIDTH / 2, y - HEIGHT / 2) - 35);
}

/** A faint construction line across. */
function onConstructionLine(x: number, y: number): boolean {
  return Math.abs(y - 20 - x * 0.45) < 1;
}

/** A drawing as a telephone sees it: grey, uneven paper with noise. */
function scan(): RasterImage {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  let noise = 7;
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) >>> 0;
    let grey = 215 - 40 * (x / WIDTH) + ((noise >>> 24) - 128) / 16;
    if (onConstructionLine(x, y)) grey *= 0.86;
    grey -= Math.min(1, Math.max(0, 2.5 - fromRing(x, y))) * grey * 0.75;
    data.set([grey, grey, grey, 255], i * 4);
  }
  return { width: WIDTH, height: HEIGHT, data };
}

describe('the line cleaner plugin, as a stranger installs it', () => {
  let plugin: HeadlessPlugin;
  beforeAll(async () => {
    plugin = await openHeadless(join(import.meta.dirname, '..'));
  });
  afterAll(() => plugin.close());

  it('keeps the drawing, and neither paper nor construction lines', async () => {
    const outputs = await plugin.run('cleanLines', { image: { image: scan() } });
    const [layer] = (outputs['layers'] as LayersOutput).layers;
    const paper = outputs['image'] as RasterImage;
    expect(layer).toMatchObject({ role: 'line-art', image: { width: WIDTH, height: HEIGHT } });
    let [line, lines, bare, bares, faint, faints] = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < WIDTH * HEIGHT; i++) {
      const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
      const ink = layer!.image.data[i * 4 + 3]! / 255;
      const distance = fromRing(x, y);
      if (distance < 1.5) [line, lines] = [line + ink, lines + 1];
      else if (distance < 5) continue;
      else if (onConstructionLine(x, y)) [faint, faints] = [faint + ink, faints + 1];
      else [bare, bares] = [bare + (255 - paper.data[i * 4]!) / 255, bares + 1];
    }
    expect(line / lines).toBeGreaterThan(0.95);
    expect(bare / bares).toBeLessThan(0.005);
    expect(faint / faints).toBeLessThan(0.1);
  });

  it('has no seams: a picture of several tiles is clean where they meet', async () => {
    const { width, height } = { width: 1100, height: 40 };
    const data = new Uint8ClampedArray(width * height * 4).fill(255);
    for (let y = 18; y < 22; y++) data.fill(30, y * width * 4, (y + 1) * width * 4);
    for (let i = 3; i < data.length; i += 4) data[i] = 255;
    const outputs = await plugin.run('cleanLines', { image: { image: { width, height, data } } });
    const { image } = (outputs['layers'] as LayersOutput).layers[0]!;
    // Away from the picture's own ends every column is like the fourth after it: the network works in steps of four.
    for (let y = 0; y < height; y++)
      for (let phase = 0; phase < 4; phase++) {
        const row = Array.from(
          { length: 225 },
          (_, i) => image.data[(y * width + 100 + phase + 4 * i) * 4 + 3]!,
        );
        expect(Math.max(...row) - Math.min(...row)).toBeLessThanOrEqual(1);
      }
    expect(image.data[(20 * width + 512) * 4 + 3]).toBeGreaterThan(240);
  });
});
