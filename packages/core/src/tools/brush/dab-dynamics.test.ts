import { describe, expect, it } from 'vitest';
import { compileDabDynamics } from './dab-dynamics.ts';
import { LINEAR_PRESSURE } from './pressure-curve.ts';
import { plainBrush } from './strokes.test-helper.ts';

const at = (pressure: number) => ({ x: 3, y: 4, pressure });

describe('dab dynamics', () => {
  it('leave a brush without pressure curves as it is set', () => {
    const dabAt = compileDabDynamics(plainBrush({ size: 12, flow: 0.3, opacity: 0.5 }));
    expect(dabAt(at(0.2), 1, false)).toEqual({ x: 3, y: 4, size: 12, flow: 0.3, opacity: 1, gain: 1 });
  });

  it('shrink the size with the pressure, down to the least size', () => {
    const pressure = { size: LINEAR_PRESSURE, opacity: null, flow: null };
    const dabAt = compileDabDynamics(plainBrush({ size: 20, minimumSize: 0.2, pressure }));
    const sizes = [0, 0.5, 1].map((pressure) => dabAt(at(pressure), 1, false).size);
    [4, 12, 20].forEach((size, i) => expect(sizes[i]).toBeCloseTo(size, 9));
  });

  it('lower opacity and flow with the pressure', () => {
    const pressure = { size: null, opacity: LINEAR_PRESSURE, flow: LINEAR_PRESSURE };
    const dabAt = compileDabDynamics(plainBrush({ flow: 0.5, pressure }));
    expect(dabAt(at(0.5), 1, false)).toMatchObject({ opacity: 0.5, flow: 0.25 });
  });

  it('taper the width of a line to nothing, whatever the least size', () => {
    const dabAt = compileDabDynamics(plainBrush({ size: 20, minimumSize: 1 }));
    expect(dabAt(at(1), 0.25, true).size).toBe(5);
    expect(dabAt(at(1), 0, true)).toMatchObject({ size: 0, gain: 1 });
  });

  it('make up for thin lines, the thinner the more, and leave wide ones and single dabs alone', () => {
    const gain = (size: number, inLine = true): number =>
      compileDabDynamics(plainBrush({ size }))(at(1), 1, inLine).gain;
    // The disc has a quarter of the area, the line half.
    expect(gain(0.1) / gain(0.2)).toBeCloseTo(2, 2);
    expect(gain(30)).toBeCloseTo(1, 4);
    expect(gain(0.1, false)).toBe(1);
  });
});
