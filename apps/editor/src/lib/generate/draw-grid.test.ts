import type { PluginHost } from '@koma/core/plugin';
import { createImage } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import { CELL_SIZE, drawGrid } from './draw-grid.ts';
import { OPTIONS, SPEC } from './fake-generator.test-helper.ts';
import { GeneratorClient } from './generator-client.ts';
import { planGrid } from './grid-plan.ts';

const generate = async (_id: string, method: string, request: { seed?: number; size?: number }) =>
  method === 'draw' ? createImage(request.size!, 1) : { ...OPTIONS, seed: request.seed };
const client = new GeneratorClient(SPEC, () => ({ generate }) as unknown as PluginHost);
const plans = planGrid(SPEC, { kind: 'random' }, {}, 100, 4);

describe('drawGrid', () => {
  it('tells of each cell when it is there, with its options and its picture', async () => {
    const told: unknown[] = [];
    await drawGrid(client, plans, new AbortController().signal, (index, options, image) =>
      told.push([index, options['seed'], image.width]),
    );
    expect(told).toEqual([0, 1, 2, 3].map((index) => [index, 100 + index, CELL_SIZE]));
  });

  it('draws what was planned from options without asking for others', async () => {
    const seen: unknown[] = [];
    const values = planGrid(SPEC, { kind: 'values', of: OPTIONS, attribute: 'stance' }, {}, 1, 16);
    await drawGrid(client, values, new AbortController().signal, (_, options) => seen.push(options));
    expect(seen).toEqual(['up', 'down', 'left'].map((stance) => ({ ...OPTIONS, stance })));
  });

  it('tells of nothing once it is cancelled', async () => {
    const controller = new AbortController();
    const told: number[] = [];
    const drawing = drawGrid(client, plans, controller.signal, (index) => {
      told.push(index);
      if (index === 1) controller.abort();
    });
    await expect(drawing).rejects.toMatchObject({ name: 'AbortError' });
    expect(told).toEqual([0, 1]);
  });
});
