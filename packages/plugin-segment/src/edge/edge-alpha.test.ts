import { describe, expect, it } from 'vitest';
import { edgeAlpha } from './edge-alpha.ts';
import { edgeFrame } from './edge-frame.ts';
import { indexOf } from './frames.test-helper.ts';
import { InkPlane } from './ink-plane.ts';

/** Alpha along a row of greys that all rows of a page repeat; subject up to and without `border`. */
function alphas(row: readonly number[], border: number): number[] {
  const [width, height] = [row.length, 16];
  const data = Uint8Array.from({ length: width * height }, (_, i) => row[i % width]!);
  const labels = Uint8Array.from(data, (_, i) => (i % width < border ? 1 : 0));
  const frame = edgeFrame({ width, height, data }, undefined, labels, { x: 0, y: 0, width, height }, 16);
  const alpha = edgeAlpha(frame, new InkPlane(frame), frame.labels);
  return row.map((_, x) => alpha[indexOf(frame, x, 8)]!);
}

describe('edgeAlpha', () => {
  it('is (paper - grey) / (paper - ink) at the outer side of a line, whatever paper and ink are', () => {
    const line = [250, 250, 250, 250, 20, 20, 20, 204, 250, 250, 250, 250];
    expect(alphas(line, 7)).toEqual([255, 255, 255, 255, 255, 255, 255, 51, 0, 0, 0, 0]);
    const dark = [250, 250, 250, 250, 20, 20, 66, 250, 250, 250, 250, 250];
    expect(alphas(dark, 7)).toEqual([255, 255, 255, 255, 255, 255, 204, 0, 0, 0, 0, 0]);
  });

  it('is the rest of that at the inner side', () => {
    const line = [250, 250, 250, 250, 204, 20, 20, 20, 250, 250, 250, 250];
    expect(alphas(line, 5)).toEqual([255, 255, 255, 255, 204, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('is the smooth contour within ink', () => {
    const [before, after] = alphas([250, 250, 250, 10, 10, 10, 10, 10, 10, 250, 250, 250], 6).slice(5, 7);
    expect(before! + after!).toBe(255);
    expect(before).toBeGreaterThan(200);
  });

  it('takes the noise of paper for paper', () => {
    const line = [250, 250, 250, 250, 20, 20, 20, 246, 250, 248, 252, 250];
    expect(alphas(line, 7).slice(6)).toEqual([255, 0, 0, 0, 0, 0]);
  });
});
