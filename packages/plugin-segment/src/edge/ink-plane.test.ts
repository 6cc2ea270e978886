import { describe, expect, it } from 'vitest';
import { edgeFrame } from './edge-frame.ts';
import { frameOf, indexOf, inkText } from './frames.test-helper.ts';
import { InkPlane } from './ink-plane.ts';

/** A frame from greys. */
function greys(width: number, height: number, value: (x: number, y: number) => number) {
  const data = Uint8Array.from({ length: width * height }, (_, i) => value(i % width, Math.floor(i / width)));
  const labels = new Uint8Array(data.length);
  return edgeFrame({ width, height, data }, undefined, labels, { x: 0, y: 0, width, height }, 8);
}

describe('InkPlane', () => {
  it('is what is black', () => {
    const rows = ['........', '..###...', '..###...', '........'];
    expect(inkText(frameOf(...rows), new InkPlane(frameOf(...rows)), 8, 4)).toEqual(
      rows.map((row) => row.replaceAll('#', '1')),
    );
  });

  it('sees a thin grey line beside a thick black one', () => {
    const frame = greys(24, 8, (x) => (x < 8 ? 0 : x === 14 ? 165 : 250));
    const ink = new InkPlane(frame);
    expect(ink.has(indexOf(frame, 14, 4))).toBe(true);
    expect(ink.has(indexOf(frame, 13, 4))).toBe(false);
    expect(ink.has(indexOf(frame, 4, 4))).toBe(true);
  });

  it('sees no ink in the noise of paper, nor in pale areas', () => {
    const frame = greys(24, 16, (x, y) => 225 + ((7 * x + 13 * y + x * y) % 31));
    const ink = new InkPlane(frame);
    expect(frame.grey.every((_, at) => !ink.has(at))).toBe(true);
    const pale = greys(24, 16, (x) => (x < 12 ? 200 : 255));
    const inPale = new InkPlane(pale);
    expect(pale.grey.every((_, at) => !inPale.has(at))).toBe(true);
  });

  it('tells a coloured outline from a ground that is hardly lighter', () => {
    // Skin, a brown outline of 8 px and a teal ground.
    const [width, height] = [48, 16];
    const part = (x: number) => (x < 16 ? 0 : x < 24 ? 1 : 2);
    const colours = [
      [255, 226, 210, 255],
      [110, 70, 60, 255],
      [70, 143, 146, 255],
    ] as const;
    const data = Uint8ClampedArray.from(
      { length: 4 * width * height },
      (_, i) => colours[part((i >> 2) % width)]![i % 4]!,
    );
    const image = { width, height, data };
    const grey = {
      width,
      height,
      data: Uint8Array.from({ length: width * height }, (_, i) => [233, 81, 121][part(i % width)]!),
    };
    const inkOf = (shown: typeof image | undefined) => {
      const frame = edgeFrame(grey, shown, new Uint8Array(width * height), { x: 0, y: 0, width, height }, 8);
      const ink = new InkPlane(frame);
      return [14, 16, 20, 23, 24, 25].map((x) => ink.has(indexOf(frame, x, 8)));
    };
    expect(inkOf(image)).toEqual([false, true, true, true, false, false]);
    // In grey the ground could as well be what a scan makes of black beside paper.
    expect(inkOf(undefined)).toEqual([false, true, true, true, true, true]);
  });

  it('knows black areas without paper nearby', () => {
    const frame = greys(64, 64, () => 20);
    expect(new InkPlane(frame).has(indexOf(frame, 32, 32))).toBe(true);
  });
});
