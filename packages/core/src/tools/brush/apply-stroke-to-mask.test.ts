import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TILE, TILE_PIXELS } from '../../raster/index.ts';
import { applyStrokeToMask } from './apply-stroke-to-mask.ts';

const bytes = fc.uint8Array({ minLength: 1, maxLength: 50 });
const tile = (values: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: TILE_PIXELS }, (_, i) => values[i % values.length]!);

describe('applyStrokeToMask', () => {
  it('moves each value towards the painted one by the alpha, rounded', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(bytes, bytes, bytes, fc.nat(255), unit, (values, cover, select, value, opacity) => {
        const [source, coverage, selection] = [tile(values), tile(cover), tile(select)];
        const target = new Uint8Array(TILE_PIXELS);
        applyStrokeToMask(source, target, coverage, value, { opacity }, selection);
        let worst = 0;
        for (let i = 0; i < TILE_PIXELS; i += 7) {
          const alpha = (coverage[i]! * selection[i]! * opacity) / 65025;
          worst = Math.max(worst, Math.abs(target[i]! - (source[i]! * (1 - alpha) + value * alpha)));
        }
        expect(worst).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  it('reveals and hides completely', () => {
    const [mask, all] = [new Uint8Array(TILE_PIXELS).fill(99), new Uint16Array(TILE_PIXELS).fill(65535)];
    applyStrokeToMask(mask, mask, all, 255, { opacity: 1 });
    expect(new Set(mask)).toEqual(new Set([255]));
    applyStrokeToMask(mask, mask, all, 0, { opacity: 1 });
    expect(new Set(mask)).toEqual(new Set([0]));
  });

  it('changes its rectangle only', () => {
    const mask = new Uint8Array(TILE_PIXELS);
    const rect = { x: 3, y: 5, width: 10, height: 20 };
    applyStrokeToMask(
      mask,
      mask,
      new Uint8Array(TILE_PIXELS).fill(255),
      200,
      { opacity: 1 },
      undefined,
      rect,
    );
    const changed = [...mask.keys()].filter((i) => mask[i] !== 0);
    expect(changed).toHaveLength(200);
    for (const i of changed) {
      expect((i % TILE) - 3).toBeLessThan(10);
      expect(Math.floor(i / TILE) - 5).toBeLessThan(20);
    }
  });

  it('knows only painted and not painted where there is 1 bit', () => {
    const mask = new Uint8Array(TILE_PIXELS);
    const coverage = new Uint8Array(TILE_PIXELS).fill(127, 0, 9).fill(128, 9, 20);
    applyStrokeToMask(mask, mask, coverage, 255, { opacity: 1, mono: true });
    expect([...mask.subarray(0, 21)]).toEqual([...Array(9).fill(0), ...Array(11).fill(255), 0]);
  });
});
