import type { GeneratorRecipe } from '@koma/core/document';
import type { PortableLayer } from '@koma/core/layered';
import type { GeneratorMethod, PluginManifest } from '@koma/core/plugin';
import { createImage } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import { singleLayer } from './compose-document.ts';
import { SPEC } from './fake-generator.test-helper.ts';
import type { GeneratorClient } from './generator-client.ts';
import { placeOfShape, redraw, sizeFor } from './redraw.ts';

const plugin = { id: 'studio.koma.test', version: '2.0.0' } as PluginManifest;
const offered = { plugin, spec: { ...SPEC, size: { min: 16, max: 400, default: 64 } } };
const recipe: GeneratorRecipe = {
  plugin: plugin.id,
  pluginVersion: '1.0.0',
  generator: SPEC.id,
  options: { seed: 1 },
  as: 'kinds',
  place: { x: 10, y: 20, width: 60, height: 100 },
};
const { signal } = new AbortController();

/** A client that draws pictures half as wide as high, and writes down what it is asked. */
function fakeClient() {
  const asked: unknown[] = [];
  const ask = async (method: GeneratorMethod, request: { size: number }) => {
    asked.push([method, request]);
    const image = createImage(request.size / 2, request.size);
    return method === 'draw' ? image : singleLayer('7', image, { id: 'kind-line', x: 3, y: 4 });
  };
  return { asked, client: { ask } as unknown as GeneratorClient };
}

describe('redraw', () => {
  it('draws layers anew about the middle of their place, marked as the parts that they are', async () => {
    const { asked, client } = fakeClient();
    const options = { seed: 2 };
    const { document, recipe: after } = await redraw(offered, client, recipe, options, 'ja', signal);
    expect(asked).toEqual([['layers', { options, size: 100, as: 'kinds', locale: 'ja' }]]);
    expect(after).toEqual({
      ...recipe,
      pluginVersion: '2.0.0',
      options,
      place: { x: 15, y: 20, width: 50, height: 100 },
    });
    const [line] = document.nodes as [PortableLayer];
    expect(line).toMatchObject({ x: 18, y: 24, part: { id: 'kind-line' } });
  });

  it('draws one layer in the look that it had', async () => {
    const { asked, client } = fakeClient();
    const { document } = await redraw(
      offered,
      client,
      { ...recipe, as: 'sketch' },
      { seed: 2 },
      'en',
      signal,
    );
    expect(asked).toEqual([['draw', { options: { seed: 2 }, size: 100, look: 'sketch' }]]);
    expect(document.nodes).toMatchObject([{ role: 'line-art', blendMode: 'multiply', x: 15, y: 20 }]);
    expect(document.nodes[0]!.part).toBeUndefined();
  });

  it('gives nothing once cancelled', async () => {
    const cancelled = new AbortController();
    cancelled.abort();
    const drawn = redraw(offered, fakeClient().client, recipe, { seed: 2 }, 'en', cancelled.signal);
    await expect(drawn).rejects.toMatchObject({ name: 'AbortError' });
  });
});

it('draws at the size of the place, as far as the generator goes', () => {
  expect(sizeFor(offered, { x: 0, y: 0, width: 300, height: 20 })).toBe(300);
  expect(sizeFor(offered, { x: 0, y: 0, width: 5, height: 5 })).toBe(16);
  expect(sizeFor(offered, { x: 0, y: 0, width: 900, height: 5 })).toBe(400);
});

it('keeps the longer side and the middle for another shape', () => {
  const place = { x: 10, y: 20, width: 60, height: 100 };
  expect(placeOfShape(place, { width: 30, height: 50 })).toEqual(place);
  // A small picture of 0.6 x 1 cannot be exactly that.
  expect(placeOfShape(place, { width: 7, height: 11 })).toEqual(place);
  expect(placeOfShape(place, { width: 20, height: 10 })).toEqual({ x: -10, y: 45, width: 100, height: 50 });
});
