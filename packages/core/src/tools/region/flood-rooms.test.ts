import { describe, expect, it } from 'vitest';
import { finish } from '../../steps/index.ts';
import { floodRooms } from './flood-rooms.ts';
import { SpanFlood } from './flood-spans.ts';

/** Labels from text: `.` 4 (open), `#` 0; depths from text: `o` 9 (the middle of a room), else 3. */
function flooded(labels: readonly string[], depths: readonly string[]) {
  const width = labels[0]!.length;
  const plane = Uint8Array.from(labels.join(''), (character) => (character === '.' ? 4 : 0));
  const deep = Uint8Array.from(depths.join(''), (character) => (character === 'o' ? 9 : 3));
  const flood = new SpanFlood(plane, width, labels.length);
  const count = finish(floodRooms(plane, deep, flood, { width, from: 4, to: 6, heart: 9 }));
  return { count, plane: [...plane] };
}

describe('floodRooms', () => {
  it('labels pieces that have a middle and leaves crumbs', () => {
    const { count, plane } = flooded(['..#.#.', '..#.#.'], ['      ', ' o    ']);
    expect(count).toBe(1);
    expect(plane).toEqual([6, 6, 0, 4, 0, 4, 6, 6, 0, 4, 0, 4]);
  });

  it('counts each room once, however many middles it has', () => {
    const { count, plane } = flooded(['...', '###', '...'], ['ooo', '   ', '  o']);
    expect(count).toBe(2);
    expect(plane).toEqual([6, 6, 6, 0, 0, 0, 6, 6, 6]);
  });
});
