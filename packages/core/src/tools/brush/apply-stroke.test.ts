import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TILE, TILE_PIXELS } from '../../raster/index.ts';
import { applyStroke, type StrokePaint } from './apply-stroke.ts';

const byte = fc.oneof(fc.constantFrom(0, 1, 128, 254, 255), fc.integer({ min: 0, max: 255 }));
const unit = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const pixel = fc.tuple(byte, byte, byte, byte);
const share = fc.oneof(fc.constantFrom(0, 65535), fc.integer({ min: 0, max: 65535 }));
const paints: fc.Arbitrary<StrokePaint> = fc.record({
  mode: fc.constantFrom('paint', 'erase'),
  r: byte,
  g: byte,
  b: byte,
  opacity: unit,
  alphaLock: fc.boolean(),
});

/** A few random pixels, repeated over a tile; so are coverage and selection. */
const scene = fc.record({
  pixels: fc.array(pixel, { minLength: 1, maxLength: 60 }),
  coverage: fc.array(share, { minLength: 1, maxLength: 60 }),
  selection: fc.array(byte, { minLength: 1, maxLength: 60 }),
  paint: paints,
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

function tiles({ pixels, coverage, selection }: Scene) {
  return {
    source: Uint8Array.from({ length: TILE_PIXELS * 4 }, (_, i) => pixels[(i >> 2) % pixels.length]![i & 3]!),
    coverage: Uint16Array.from({ length: TILE_PIXELS }, (_, i) => coverage[i % coverage.length]!),
    selection: Uint8Array.from({ length: TILE_PIXELS }, (_, i) => selection[i % selection.length]!),
  };
}

/** W3C source-over on premultiplied colours in float64, and what erasing and alpha lock mean. */
function expected(before: ArrayLike<number>, alpha: number, paint: StrokePaint): number[] {
  const [r, g, b, a] = [before[0]!, before[1]!, before[2]!, before[3]!];
  const backdrop = a / 255;
  if (paint.mode === 'erase') return [r, g, b, paint.alphaLock ? a : a * (1 - alpha)];
  const colours = [
    [paint.r, r],
    [paint.g, g],
    [paint.b, b],
  ] as const;
  if (paint.alphaLock) return [...colours.map(([s, b]) => (a === 0 ? b : s * alpha + b * (1 - alpha))), a];
  const sum = alpha + backdrop * (1 - alpha);
  if (Math.round(sum * 255) === 0) return [r, g, b, a];
  return [...colours.map(([s, b]) => (s * alpha + b * backdrop * (1 - alpha)) / sum), sum * 255];
}

describe('applyStroke', () => {
  it('is the formula in float64, rounded, at every pixel', () => {
    fc.assert(
      fc.property(scene, (scene) => {
        const { source, coverage, selection } = tiles(scene);
        const target = new Uint8Array(source.length);
        applyStroke(source, target, coverage, scene.paint, selection);
        let worst = 0;
        for (let i = 0; i < 4000; i++) {
          const alpha = (coverage[i]! / 65535) * (selection[i]! / 255) * scene.paint.opacity;
          const want = expected(source.subarray(i * 4, i * 4 + 4), alpha, scene.paint);
          for (let c = 0; c < 4; c++) worst = Math.max(worst, Math.abs(target[i * 4 + c]! - want[c]!));
        }
        expect(worst).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  it('changes nothing outside of its rectangle, and the same inside of it as without', () => {
    const part = fc.tuple(
      fc.integer({ min: 0, max: TILE }),
      fc.integer({ min: 0, max: TILE }),
      fc.integer({ min: 0, max: TILE }),
      fc.integer({ min: 0, max: TILE }),
    );
    fc.assert(
      fc.property(scene, part, (scene, [x0, x1, y0, y1]) => {
        const { source, coverage } = tiles(scene);
        const rect = {
          x: Math.min(x0, x1),
          y: Math.min(y0, y1),
          width: Math.abs(x1 - x0),
          height: Math.abs(y1 - y0),
        };
        const [whole, some] = [new Uint8Array(source.length), new Uint8Array(source.length).fill(77)];
        applyStroke(source, whole, coverage, scene.paint);
        applyStroke(source, some, coverage, scene.paint, undefined, rect);
        let wrong = 0;
        for (let i = 0; i < TILE_PIXELS; i++) {
          const [x, y] = [(i % TILE) - rect.x, Math.floor(i / TILE) - rect.y];
          const inside = x >= 0 && y >= 0 && x < rect.width && y < rect.height;
          for (let c = i * 4; c < i * 4 + 4; c++) if (some[c] !== (inside ? whole[c] : 77)) wrong++;
        }
        expect(wrong).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it('can work in place', () => {
    fc.assert(
      fc.property(scene, (scene) => {
        const { source, coverage, selection } = tiles(scene);
        const target = new Uint8ClampedArray(source.length);
        applyStroke(source, target, coverage, scene.paint, selection);
        applyStroke(source, source, coverage, scene.paint, selection);
        expect(Buffer.compare(source, Buffer.from(target.buffer))).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  const one = (
    before: number[],
    paint: Partial<StrokePaint>,
    coverage = 255,
    selection?: number,
  ): number[] => {
    const tile = new Uint8Array(TILE_PIXELS * 4);
    tile.set(before);
    const full: StrokePaint = { mode: 'paint', r: 201, g: 3, b: 77, opacity: 1, alphaLock: false, ...paint };
    applyStroke(tile, tile, new Uint8Array(TILE_PIXELS).fill(coverage), full, selection, {
      x: 0,
      y: 0,
      width: 1,
      height: 1,
    });
    return [...tile.subarray(0, 4)];
  };

  it('paints the exact colour over nothing, however faint', () => {
    expect(one([9, 9, 9, 0], {}, 1)).toEqual([201, 3, 77, 1]);
    expect(one([9, 9, 9, 0], { opacity: 0.001 }, 1)).toEqual([9, 9, 9, 0]);
  });

  it('erases alpha alone, and painting there again does not bring the old colour back', () => {
    expect(one([10, 20, 30, 255], { mode: 'erase' })).toEqual([10, 20, 30, 0]);
    expect(one([10, 20, 30, 200], { mode: 'erase', opacity: 0.5 })).toEqual([10, 20, 30, 100]);
    expect(one(one([10, 20, 30, 255], { mode: 'erase' }), {}, 128)).toEqual([201, 3, 77, 128]);
  });

  it('keeps alpha where it is locked, and what is hidden there too', () => {
    expect(one([10, 20, 30, 100], { alphaLock: true })).toEqual([201, 3, 77, 100]);
    expect(one([10, 20, 30, 0], { alphaLock: true })).toEqual([10, 20, 30, 0]);
    expect(one([10, 20, 30, 100], { alphaLock: true, mode: 'erase' })).toEqual([10, 20, 30, 100]);
  });

  it('paints nothing where nothing is selected', () => {
    expect(one([10, 20, 30, 100], {}, 255, 0)).toEqual([10, 20, 30, 100]);
  });

  it('knows only painted and not painted where there is 1 bit', () => {
    expect(one([0, 0, 0, 0], { mono: true, opacity: 0.3 }, 128)).toEqual([201, 3, 77, 255]);
    expect(one([0, 0, 0, 0], { mono: true }, 127)).toEqual([0, 0, 0, 0]);
    expect(one([5, 5, 5, 255], { mono: true, mode: 'erase' }, 128)).toEqual([5, 5, 5, 0]);
  });
});
