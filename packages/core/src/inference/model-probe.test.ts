import { describe, expect, it } from 'vitest';
import type { Session } from './engine.ts';
import { probeInput, probeSamples, probeSession, probeTensor } from './model-probe.ts';

const size = 4;
const probe = { size, values: probeSamples(probeInput(size), 16) };
const answering = (change: (y: Float32Array) => void): Session => ({
  async run({ x }) {
    const data = Float32Array.from(x!.data as Float32Array);
    change(data);
    return { y: { type: 'float32', dims: x!.dims, data } };
  },
  async release() {},
});

describe('probeSession', () => {
  it('accepts the stored answer and rounding noise', async () => {
    expect(
      await probeSession(
        answering(() => {}),
        probe,
      ),
    ).toBe(true);
    expect(
      await probeSession(
        answering((y) => y.forEach((v, i) => (y[i] = v + 1e-4))),
        probe,
      ),
    ).toBe(true);
  });
  it('refuses zeros, NaN and a picture that is off by two levels', async () => {
    expect(
      await probeSession(
        answering((y) => y.fill(0)),
        probe,
      ),
    ).toBe(false);
    expect(
      await probeSession(
        answering((y) => y.fill(NaN)),
        probe,
      ),
    ).toBe(false);
    expect(
      await probeSession(
        answering((y) => y.forEach((v, i) => (y[i] = v + 2 / 255))),
        probe,
      ),
    ).toBe(false);
  });
});

describe('a probe of tensors', () => {
  const tensors = {
    inputs: { picture: { dims: [2, 3, 4, 5] }, amount: { dims: [2], value: 0.25 } },
    outputs: { double: [0, 1, 2, 3], amount: [0.25, 0.25, 0.25, 0.25] },
  };
  const doubling = (factor: number): Session => ({
    async run({ picture, amount }) {
      const data = Float32Array.from(picture!.data as Float32Array, (value) => value * factor);
      return { double: { type: 'float32', dims: picture!.dims, data }, amount: amount! };
    },
    async release() {},
  });

  it('is made of one value, or of soft stripes by their formula', () => {
    const data = probeTensor(tensors.inputs.picture).data as Float32Array;
    for (const n of [0, 1])
      for (const [c, row, column] of [
        [0, 0, 0],
        [2, 3, 4],
        [1, 2, 0],
      ] as const) {
        const stripes = (1 + Math.sin(0.21 * column + 0.13 * row + 1.7 * c)) / 2;
        expect(data[((n * 3 + c) * 4 + row) * 5 + column]).toBeCloseTo(stripes, 6);
      }
    expect(probeTensor(tensors.inputs.amount)).toEqual({
      type: 'float32',
      dims: [2],
      data: Float32Array.of(0.25, 0.25),
    });
  });

  it('is answered by every output it names, or not at all', async () => {
    const answer = await doubling(2).run({
      picture: probeTensor(tensors.inputs.picture),
      amount: probeTensor(tensors.inputs.amount),
    });
    const double = probeSamples(answer['double']!.data as Float32Array, 8);
    const probe = { ...tensors, outputs: { ...tensors.outputs, double } };
    expect(await probeSession(doubling(2), probe)).toBe(true);
    expect(await probeSession(doubling(2.1), probe)).toBe(false);
    expect(await probeSession(doubling(2), { ...probe, outputs: { double, other: double } })).toBe(false);
  });
});
