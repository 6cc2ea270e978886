import { flattenPortable, walkNodes, writePsd, type PortableDocument } from '@koma/core/layered';
import { LOCALES } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import { drawOptions } from './draw-options.ts';
import { drawingContext, drawSvg } from './node-svg.test-helper.ts';
import { optionsLayers } from './options-layers.ts';
import { sampleOptions } from './sample-options.ts';

const SIZE = 192;
const layersOf = (
  wishes: Parameters<typeof sampleOptions>[1],
  as: 'kinds' | 'parts',
  seed = 3,
): Promise<PortableDocument> =>
  optionsLayers({ options: sampleOptions(seed, wishes), size: SIZE, as }, drawingContext);

/** The share of pixels that differ by more than 16 levels, seen on white paper. */
function differing(a: RasterImage, b: RasterImage): number {
  let count = 0;
  for (let p = 0; p < a.data.length; p += 4)
    for (let c = 0; c < 3; c++) {
      const [first, second] = [a, b].map(({ data }) => 255 + ((data[p + c]! - 255) * data[p + 3]!) / 255);
      if (Math.abs(first! - second!) > 16) {
        count++;
        break;
      }
    }
  return count / (a.data.length / 4);
}

describe('optionsLayers', () => {
  it.each(['cel', 'soft', 'tone', 'line'])(
    'put together give the picture in the finish %s',
    async (finish) => {
      for (const [seed, wishes] of [
        [1, { framing: 'bust' }],
        [2, { framing: 'full' }],
        [3, { framing: 'bust', background: 'none' }],
      ] as const) {
        const options = sampleOptions(seed, { ...wishes, finish });
        const whole = await drawOptions({ options, size: SIZE }, drawSvg);
        for (const as of ['kinds', 'parts'] as const) {
          const document = await optionsLayers({ options, size: SIZE, as }, drawingContext);
          // One percent: light lines on dark cloth cannot be multiplied, and edges where parts hide lines.
          expect(differing(flattenPortable(document), whole), `${as} of seed ${seed}`).toBeLessThan(0.01);
        }
      }
    },
  );

  it('are line art multiplied over flats with shade and highlights clipped to them', async () => {
    const { nodes } = await layersOf({ finish: 'cel' }, 'kinds');
    expect(nodes.map(({ name, blendMode, clip }) => [name, blendMode, clip])).toEqual([
      ['Background', 'normal', false],
      ['Flats', 'normal', false],
      ['Shade', 'normal', true],
      ['Highlights', 'normal', true],
      ['Line art', 'multiply', false],
    ]);
    expect(nodes.map((node) => node.kind === 'layer' && node.role)).toEqual([
      'none',
      'none',
      'none',
      'none',
      'line-art',
    ]);
  });

  it('lie within the picture, and have ids of their own', async () => {
    const document = await layersOf({ framing: 'full' }, 'parts');
    const all = [...walkNodes(document.nodes)];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const node of all) {
      if (node.kind === 'group') continue;
      expect(node.x).toBeGreaterThanOrEqual(0);
      expect(node.x + node.image!.width).toBeLessThanOrEqual(document.width);
      expect(node.y + node.image!.height).toBeLessThanOrEqual(document.height);
    }
    expect([document.width, document.height]).toEqual([128, 192]);
  });

  it('make a group a part, named in every language, each name once', async () => {
    const options = sampleOptions(3, { framing: 'full' });
    const names = new Set<string>();
    for (const locale of LOCALES) {
      const { nodes } = await optionsLayers({ options, size: 64, as: 'parts', locale }, drawingContext);
      expect(nodes.every(({ kind }) => kind === 'group')).toBe(true);
      expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length);
      expect(nodes.map(({ name }) => name).join()).not.toContain('undefined');
      names.add(nodes[1]!.name);
    }
    expect(names.size).toBe(LOCALES.length);
  });

  it('can be written as a PSD', async () => {
    const bytes = await writePsd(await layersOf({ framing: 'full' }, 'parts'));
    expect(String.fromCharCode(...bytes.subarray(0, 4))).toBe('8BPS');
  });

  it('tell progress that rises to the end, and hear of a cancel between drawings', async () => {
    const told: number[] = [];
    const options = sampleOptions(3, {});
    await optionsLayers(
      { options, size: 64, as: 'parts' },
      { drawSvg, progress: (share) => told.push(share) },
    );
    expect(told.length).toBeGreaterThan(5);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    let drawn = 0;
    const cancelled: typeof drawSvg = async (...request) => {
      if (++drawn > 3) throw new DOMException('Cancelled.', 'AbortError');
      return drawSvg(...request);
    };
    const job = optionsLayers({ options, size: 64, as: 'parts' }, { drawSvg: cancelled, progress() {} });
    await expect(job).rejects.toMatchObject({ name: 'AbortError' });
    expect(drawn).toBe(4);
  });
});
