import { describe, expect, it } from 'vitest';
import type { Session } from './engine.ts';
import { probeInput, probeSamples, probeSession } from './model-probe.ts';

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
