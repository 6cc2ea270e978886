import type { MaskOutline } from '@koma/core/tools';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineChunks, traceVisible } from './outline-chunks.ts';

type Segment = readonly [number, number, number, number];

/** Writes down the segments of a path. */
function recorder() {
  const segments: Segment[] = [];
  let [penX, penY] = [0, 0];
  return {
    segments,
    moveTo(x: number, y: number) {
      [penX, penY] = [x, y];
    },
    lineTo(x: number, y: number) {
      segments.push([penX, penY, x, y]);
      [penX, penY] = [x, y];
    },
  };
}

function outlineOf(...loops: readonly (readonly number[])[]): MaskOutline {
  const starts = [0];
  for (const loop of loops) starts.push(starts.at(-1)! + loop.length);
  return { points: Int32Array.from(loops.flat()), starts: Uint32Array.from(starts) };
}

/** The loop around a rectangle. */
function box(x: number, y: number, width: number, height: number): number[] {
  return [x, y, x + width, y, x + width, y + height, x, y + height];
}

/** A loop of level and upright edges by turns through columns of given heights. */
function skyline(heights: readonly number[], x0: number, step: number, ground: number): number[] {
  const points = [x0, ground];
  for (const [i, height] of heights.entries())
    points.push(x0 + i * step, height, x0 + (i + 1) * step, height);
  points.push(x0 + heights.length * step, ground);
  return points;
}

const SIZE = { width: 200, height: 100 };
const UNMOVED = { zoom: 1, panX: 0, panY: 0 };

function trace(outline: MaskOutline, view = UNMOVED) {
  const sink = recorder();
  const length = traceVisible(outlineChunks(outline), view, SIZE, sink);
  return { length, segments: sink.segments };
}

describe('traceVisible', () => {
  it('closes loops and lies on the middle of pixels', () => {
    expect(trace(outlineOf(box(10, 10, 20, 5)))).toEqual({
      length: 50,
      segments: [
        [10.5, 10.5, 30.5, 10.5],
        [30.5, 10.5, 30.5, 15.5],
        [30.5, 15.5, 10.5, 15.5],
        [10.5, 15.5, 10.5, 10.5],
      ],
    });
  });

  it('follows the view', () => {
    const { segments } = trace(outlineOf(box(10, 10, 20, 20)), { zoom: 0.5, panX: 7, panY: 3 });
    expect(segments[0]).toEqual([12.5, 8.5, 22.5, 8.5]);
  });

  it('leaves out what is off the screen and what falls onto one pixel', () => {
    expect(trace(outlineOf(box(-500, -500, 100, 100)))).toEqual({ length: 0, segments: [] });
    expect(trace(outlineOf(box(300, 20, 100, 100)))).toEqual({ length: 0, segments: [] });
    expect(trace(outlineOf(box(50, 50, 2, 2)), { zoom: 0.1, panX: 0, panY: 0 }).segments).toEqual([]);
  });

  it('draws no line along the border for a loop around the screen, and cuts those that cross it', () => {
    expect(trace(outlineOf(box(-1e6, -1e6, 2e6, 2e6))).segments).toEqual([]);
    const { segments, length } = trace(outlineOf(box(-1e6, 40, 2e6, 20)));
    expect(segments).toEqual([
      [-4, 40.5, 204, 40.5],
      [204, 60.5, -4, 60.5],
    ]);
    expect(length).toBe(2 * 208);
  });

  it('draws exactly the parts of long loops on the screen, cut into chunks or not', () => {
    const height = fc.integer({ min: -150, max: 250 });
    fc.assert(
      fc.property(fc.array(height, { minLength: 1, maxLength: 400 }), fc.nat(5), (heights, offset) => {
        const loop = skyline(heights, -40 - offset, 3, 300);
        const inside = (from: number, to: number, max: number) =>
          Math.max(0, Math.min(Math.max(from, to), max + 4) - Math.max(Math.min(from, to), -4));
        let expected = 0;
        for (let i = 0; i < loop.length; i += 2) {
          const [x0, y0] = [loop[i]! + 0.5, loop[i + 1]! + 0.5];
          const [x1, y1] = [loop[(i + 2) % loop.length]! + 0.5, loop[(i + 3) % loop.length]! + 0.5];
          if (y0 === y1 && y0 > -4 && y0 < 104) expected += inside(x0, x1, 200);
          if (x0 === x1 && x0 > -4 && x0 < 204) expected += inside(y0, y1, 100);
        }
        expect(trace(outlineOf(loop)).length).toBeCloseTo(expected, 6);
      }),
    );
  });

  it('draws some of a screentone, not all of it, and always the large loops among it', () => {
    const dots = Array.from({ length: 20_000 }, (_, i) => box((i % 200) + 1, Math.floor(i / 200), 1, 1));
    const { segments } = trace(outlineOf(...dots, box(20, 20, 100, 60)));
    expect(segments.length).toBeGreaterThan(4000);
    expect(segments.length).toBeLessThan(4 * 3000 + 5);
    expect(segments.slice(-4)[0]).toEqual([20.5, 20.5, 120.5, 20.5]);
  });

  it('has nothing to draw where nothing is selected', () => {
    expect(trace({ points: new Int32Array(), starts: Uint32Array.of(0) })).toEqual({
      length: 0,
      segments: [],
    });
    expect(trace({ points: new Int32Array(), starts: new Uint32Array() }).segments).toEqual([]);
  });
});
