import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strokeAlphaRow, type TileCoverage, type TileSelection } from './stroke-alpha.ts';

function row(coverage: TileCoverage, selection: TileSelection, opacity: number, mono = false): number[] {
  const out = new Float64Array(coverage.length);
  strokeAlphaRow(out, coverage, selection, { opacity, mono }, 0, coverage.length);
  return [...out];
}

const byte = fc.integer({ min: 0, max: 255 });

describe('strokeAlphaRow', () => {
  it('multiplies coverage, selection and opacity', () => {
    fc.assert(
      fc.property(byte, byte, fc.double({ min: 0, max: 1, noNaN: true }), (coverage, selection, opacity) => {
        const expected = (coverage / 255) * (selection / 255) * opacity;
        const wide = new Uint16Array([coverage * 257]);
        expect(row(new Uint8Array([coverage]), new Uint8Array([selection]), opacity)[0]).toBeCloseTo(
          expected,
          12,
        );
        expect(row(new Uint8Array([coverage]), selection, opacity)[0]).toBeCloseTo(expected, 12);
        expect(row(wide, selection, opacity)[0]).toBeCloseTo(expected, 12);
      }),
    );
  });

  it('paints whole pixels from half on where there is 1 bit only, whatever the opacity', () => {
    expect(row(new Uint8Array([0, 127, 128, 255]), 255, 0.2, true)).toEqual([0, 0, 1, 1]);
    expect(row(new Uint16Array([0, 32895, 32896, 65535]), 255, 1, true)).toEqual([0, 0, 1, 1]);
    expect(row(new Uint8Array([255, 255]), new Uint8Array([127, 128]), 1, true)).toEqual([0, 1]);
  });

  it('reads from where it is told', () => {
    const out = new Float64Array(2);
    strokeAlphaRow(
      out,
      new Uint8Array([0, 0, 51, 255]),
      new Uint8Array([0, 0, 255, 51]),
      { opacity: 1 },
      2,
      2,
    );
    expect(out[0]).toBeCloseTo(0.2, 12);
    expect(out[1]).toBeCloseTo(0.2, 12);
  });
});
