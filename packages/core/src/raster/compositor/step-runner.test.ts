import { describe, expect, test, vi } from 'vitest';
import { TILE_PIXELS } from '../tiles/index.ts';
import { flat } from './nodes.test-helper.ts';
import { StepRunner } from './step-runner.ts';
import type { Step } from './step.ts';
import { TileMemory } from './tile-memory.ts';

const memory = new TileMemory();
const all = { from: 0, to: 256 };

/** Puts tiles and runs a step for each; tells how often its kernel ran, and the result's first and last pixel. */
function run(
  tiles: Uint8Array[],
  rests: Partial<Step>[],
  masks: (Uint8Array | undefined)[] = [],
): { calls: number[]; first: number[]; last: number[] } {
  memory.clear();
  const kernels = tiles.map(() => vi.fn(memory.kernels.blend.normal));
  const steps = tiles.map((tile, i): Step => {
    const src = memory.put(tile, 4, all);
    const mask = masks[i] ? memory.put(masks[i], 1, all) : 0;
    const plain = { kind: 'pixels', dst: 0, src, mask, opacity: 1, atop: 0, covers: false } as const;
    return { ...plain, kernel: kernels[i]!, ...rests[i] };
  });
  const shows = new StepRunner(memory).run(steps, 3, all);
  const result = memory.bytes().subarray(memory.result, memory.result + TILE_PIXELS * 4);
  expect(shows).toBe(result.some((byte) => byte !== 0));
  return {
    calls: kernels.map((kernel) => kernel.mock.calls.length),
    first: [...result.subarray(0, 4)],
    last: [...result.subarray(-4)],
  };
}

const [red, blue, clear] = [flat(255, 0, 0), flat(0, 0, 255), flat(0, 0, 0, 0)];
const halfBlue = flat(0, 0, 255, 128);
const lowerBlue = blue.map((byte, i) => (i < TILE_PIXELS * 2 ? 0 : byte));

describe('steps over a tile', () => {
  test('need no blending for the first layer', () => {
    expect(run([red, halfBlue], [])).toMatchObject({ calls: [0, 64], first: [127, 0, 128, 255] });
  });

  test('skip the bands in which pixels or masks are empty', () => {
    expect(run([red, lowerBlue], [])).toMatchObject({
      calls: [0, 32],
      first: [255, 0, 0, 255],
      last: [0, 0, 255, 255],
    });
    const mask = (rows: number): Uint8Array => new Uint8Array(TILE_PIXELS).fill(128, 0, rows * 256);
    expect(run([red, blue], [], [undefined, mask(8)])).toMatchObject({
      calls: [0, 2],
      first: [127, 0, 128, 255],
      last: [255, 0, 0, 255],
    });
    expect(run([red, blue], [], [undefined, mask(0)]).calls).toEqual([0, 0]);
    expect(run([red, clear], []).calls).toEqual([0, 0]);
  });

  test('begin with the topmost pixels that cover all', () => {
    const covers = { covers: true };
    expect(run([red, halfBlue, blue], [covers, {}, covers]).calls).toEqual([0, 0, 0]);
    expect(run([red, halfBlue, lowerBlue], [covers, {}, covers])).toMatchObject({
      calls: [0, 32, 0],
      first: [127, 0, 128, 255],
      last: [0, 0, 255, 255],
    });
  });

  test('draw nothing atop an empty accumulator', () => {
    expect(run([clear, red], [{}, { atop: 1 }])).toMatchObject({ calls: [0, 0], first: [0, 0, 0, 0] });
  });

  test('leave out accumulators that stayed empty', () => {
    const steps = [{}, { kind: 'begin', dst: 1 }, { kind: 'accumulator', src: 1 }] as const;
    expect(run([red, red, red], [...steps])).toMatchObject({ calls: [0, 0, 0], first: [255, 0, 0, 255] });
  });

  test('fade from nothing where nothing was saved', () => {
    const steps = [{ kind: 'save', src: 1 }, {}, { kind: 'fade', src: 1, opacity: 0.5 }] as const;
    expect(run([red, red, red], [...steps]).first).toEqual([255, 0, 0, 128]);
  });

  test('do nothing without steps', () => {
    expect(new StepRunner(memory).run([], 1, all)).toBe(false);
  });
});
