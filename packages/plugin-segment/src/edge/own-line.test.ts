import { describe, expect, it } from 'vitest';
import { borderPoints } from './border-points.ts';
import { frameOf, textOf } from './frames.test-helper.ts';
import { InkPlane } from './ink-plane.ts';
import { lineExtents } from './line-extents.ts';
import { ownLine } from './own-line.ts';

function owned(owner: 'subject' | 'background', row: string): string {
  const rows = Array.from({ length: 20 }, () => row);
  const frame = frameOf(...rows);
  const ink = new InkPlane(frame);
  const points = borderPoints(frame);
  const extents = lineExtents(frame, ink, points, 3);
  return textOf(frame, ownLine(frame, ink, points, extents, owner), row.length, 20)[10]!;
}

describe('ownLine', () => {
  it('gives the line to its owner wherever in it the border runs', () => {
    for (const row of ['ssssssss###.......', 'ssssssssx##.......', 'ssssssssxxx.......']) {
      expect(owned('subject', row)).toBe('11111111111.......');
      expect(owned('background', row)).toBe('11111111..........');
    }
  });

  it('moves a border that ran beside the line', () => {
    expect(owned('subject', 'ssssss..###.......')).toBe('11111111111.......');
    expect(owned('background', 'ssssss..###.......')).toBe('11111111..........');
    expect(owned('subject', 'ssssssssxxxss.....')).toBe('11111111111.......');
    expect(owned('background', 'ssssssssxxxss.....')).toBe('11111111..........');
  });

  it('takes nothing but the line', () => {
    expect(owned('subject', 'ssssssssx##...##..')).toBe('11111111111.......');
    expect(owned('background', 'ssxxxsssx##.......')).toBe('11111111..........');
    expect(owned('subject', 'ssssssss..........')).toBe('11111111..........');
  });
});
