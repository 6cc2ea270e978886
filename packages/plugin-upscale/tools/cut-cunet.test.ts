import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cutGraph, decodeModel, ElemType, encodeModel } from '@koma/core/onnx';
import { probeInput } from './probe.ts';
import { upscaleFolder } from './testing/paths.ts';
import { runModel } from './testing/run-model.ts';

type Values = Awaited<ReturnType<typeof runModel>>;

/** The runtime may add up in another order when the graph around a value changes. */
const ROUNDING = 1e-5;

describe.each(['cunet-scale2x', 'cunet-noise1'])('%s cut at its squeeze-and-excite blocks', (id) => {
  const bytes = new Uint8Array(readFileSync(join(upscaleFolder, 'models', `${id}.onnx`)));
  const size = 84;
  const x = { data: probeInput(size), dims: [1, 3, size, size] };
  const names = [1, 2, 3, 4].flatMap((k) => [`se${k}.features`, `se${k}.pooled`, `se${k}.gate`]);
  let full: Values;

  beforeAll(async () => {
    const model = decodeModel(bytes);
    const outputs = [...model.graph.outputs, ...[...names, 'stage1.output'].map((name) => ({ name }))];
    full = await runModel(encodeModel({ ...model, graph: { ...model.graph, outputs } }), { x });
  });

  const feed = (name: string) => ({ name, elemType: ElemType.float, dims: full[name]!.dims });

  function expectSame(actual: Values): void {
    for (const [name, { data, dims }] of Object.entries(actual)) {
      expect(dims).toEqual(full[name]!.dims);
      const worst = data.reduce((max, v, i) => Math.max(max, Math.abs(v - full[name]!.data[i]!)), 0);
      expect(worst, name).toBeLessThan(ROUNDING);
    }
  }

  test('pooled vectors and gates have one number for each channel', () => {
    for (const k of [1, 2, 3, 4]) {
      const channels = full[`se${k}.features`]!.dims[1];
      expect(full[`se${k}.pooled`]!.dims).toEqual([1, channels, 1, 1]);
      expect(full[`se${k}.gate`]!.dims).toEqual([1, channels, 1, 1]);
    }
    expect(full['stage1.output']!.dims[1]).toBe(3);
  });

  test('the front part gives the same values as the whole', async () => {
    const front = cutGraph(bytes, { outputs: ['se1.pooled', 'se1.features'] });
    expect(front.length).toBeLessThan(bytes.length / 4);
    expectSame(await runModel(front, { x }));
  });

  test('a chain of parts, each fed with the one before, ends in the same picture', async () => {
    // U-net 1 adds an early, cropped feature map at its end, so its second part needs `x` again.
    const parts = [
      { inputs: ['x'], outputs: ['se1.features', 'se1.gate'] },
      { inputs: ['x', 'se1.features', 'se1.gate'], outputs: ['stage1.output'] },
      { inputs: ['stage1.output'], outputs: ['se2.features', 'se2.pooled'] },
      { inputs: ['stage1.output', 'se2.features', 'se2.pooled'], outputs: ['y'] },
    ];
    const values: Values = { x };
    for (const { inputs, outputs } of parts) {
      const fed = inputs.filter((name) => name !== 'x').map(feed);
      const part = cutGraph(bytes, { inputs: fed, outputs });
      Object.assign(
        values,
        await runModel(part, Object.fromEntries(inputs.map((name) => [name, values[name]!]))),
      );
    }
    delete values['x'];
    expectSame(values);
  });

  test('appended nodes run: the gate follows from a pooled vector made elsewhere', async () => {
    const sum = { op: 'Add', inputs: ['tile.a', 'tile.b'], outputs: ['se1.pooled'] };
    const pooled = full['se1.pooled']!;
    const inputs = ['tile.a', 'tile.b'].map((name) => ({ ...feed('se1.pooled'), name }));
    const half = { dims: pooled.dims, data: pooled.data.map((v) => v / 2) };
    const gate = cutGraph(bytes, { inputs, append: [sum], outputs: ['se1.gate'] });
    expectSame(await runModel(gate, { 'tile.a': half, 'tile.b': half }));
  });
});
