import { describe, expect, it } from 'vitest';
import type { OperationSpec } from '@koma/core/plugin';
import type { LayerInfo } from '#lib/raster/protocol.ts';
import type { RasterClient } from '#lib/raster/raster-client.ts';
import { operationInputs } from './operation-inputs.ts';

const label = { en: 'Input' };
function spec(...inputs: OperationSpec['inputs']): OperationSpec {
  const title = { en: 'Tone' };
  return { id: 'tone', title, summary: title, inputs, outputs: [], params: [], placement: [] };
}
const PICTURE = { name: 'image', type: 'image', label } as const;
const layer = {
  id: 'a',
  name: 'page',
  kind: 'raster',
  origin: { format: 'png', lossless: true },
} as LayerInfo;
const find = (id: string) => (id === 'a' ? layer : undefined);
const mask = { width: 1, height: 1, data: new Uint8Array([255]) };

/** A worker that answers with what it was asked for. */
function raster(selected: boolean): RasterClient {
  const answers = {
    layerImage: async (id: string) => `picture of ${id}`,
    keptPicture: async (key: string) => (key === 'k' ? { image: 'kept' } : undefined),
    layerSelection: async () => (selected ? mask : undefined),
  };
  return answers as unknown as RasterClient;
}

describe('the inputs of an operation', () => {
  it('are pictures of layers, with where they come from, and what was marked', async () => {
    const inputs = { image: { layerId: 'a' }, colours: { colors: ['#112233'] }, old: { kept: 'k' } };
    expect(await operationInputs(raster(false), { spec: spec(PICTURE), layer, inputs, find })).toEqual({
      image: { image: 'picture of a', origin: layer.origin },
      colours: { colors: ['#112233'] },
      old: { image: 'kept' },
    });
  });

  const wantsSelection = { name: 'where', type: 'mask', label } as const;

  it('have what is selected where that is asked for', async () => {
    const inputs = { image: { layerId: 'a' } };
    const asked = { spec: spec(PICTURE, wantsSelection), layer, inputs, find };
    expect(await operationInputs(raster(true), asked)).toMatchObject({ where: mask });
    await expect(operationInputs(raster(false), asked)).rejects.toMatchObject({ code: 'NOTHING_SELECTED' });
  });

  it('do without a selection that need not be there', async () => {
    const optional = spec(PICTURE, { ...wantsSelection, optional: true });
    const inputs = { image: { layerId: 'a' } };
    const given = await operationInputs(raster(false), { spec: optional, layer, inputs, find });
    expect(Object.keys(given)).toEqual(['image']);
  });

  it.each([[{ image: { layerId: 'gone' } }], [{ image: { kept: 'gone' } }]])(
    'say which picture is gone: %o',
    async (inputs) => {
      const asked = operationInputs(raster(false), { spec: spec(PICTURE), layer, inputs, find });
      await expect(asked).rejects.toMatchObject({ code: 'RECIPE_INPUT_MISSING', details: { name: 'page' } });
    },
  );
});
