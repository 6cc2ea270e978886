import { describe, expect, it } from 'vitest';
import { borderPoints } from './border-points.ts';
import { edgeFrame } from './edge-frame.ts';
import { InkPlane } from './ink-plane.ts';
import { lineExtents } from './line-extents.ts';

/** Extents at the points of a straight border at x = 30; the page is black where `inked` is true. */
function extentsOf(inked: (x: number, y: number) => boolean, lineWidth = 3) {
  const [width, height] = [64, 64];
  const greys = Uint8Array.from({ length: width * height }, (_, i) =>
    inked(i % width, Math.floor(i / width)) ? 0 : 255,
  );
  const labels = Uint8Array.from(greys, (_, i) => (i % width < 30 ? 1 : 0));
  const frame = edgeFrame(
    { width, height, data: greys },
    undefined,
    labels,
    { x: 0, y: 0, width, height },
    24,
  );
  const points = borderPoints(frame);
  const { line, inner, outer } = lineExtents(frame, new InkPlane(frame), points, lineWidth);
  const middle = points.at.findIndex((at) => Math.floor(at / frame.width) + frame.y === 32);
  return { line: line[middle], inner: inner[middle], outer: outer[middle] };
}

describe('lineExtents', () => {
  it('measures a line that the border runs in, or beside', () => {
    expect(extentsOf((x) => x >= 28 && x < 31)).toEqual({ line: 1, inner: -2, outer: 1 });
    expect(extentsOf((x) => x >= 30 && x < 33)).toEqual({ line: 1, inner: 0, outer: 3 });
    expect(extentsOf((x) => x >= 32 && x < 34)).toEqual({ line: 1, inner: 2, outer: 4 });
    expect(extentsOf((x) => x >= 26 && x < 28)).toEqual({ line: 1, inner: -4, outer: -2 });
  });

  it('bridges gaps of the line and lines that run into it', () => {
    const gap = (x: number, y: number): boolean => x >= 28 && x < 31 && (y < 29 || y > 34);
    expect(extentsOf(gap)).toEqual({ line: 1, inner: -2, outer: 1 });
    const branches = (x: number, y: number): boolean => (x >= 28 && x < 31) || (x >= 28 && y % 9 < 2);
    expect(extentsOf(branches)).toEqual({ line: 1, inner: -2, outer: 1 });
  });

  it('finds none on paper, between areas of colour, or among the dots of a tone', () => {
    const none = { line: 0, inner: 0, outer: 0 };
    expect(extentsOf(() => false)).toEqual(none);
    expect(extentsOf((x, y) => x >= 24 && (x + y) % 6 < 2 && (x - y + 60) % 6 < 2)).toEqual(none);
  });

  it('keeps a line of the usual width where black goes on', () => {
    const { line, inner, outer } = extentsOf((x) => x >= 29);
    expect([line, inner]).toEqual([1, -1]);
    expect(outer).toBeGreaterThan(0);
    expect(outer).toBeLessThanOrEqual(2);
  });
});
