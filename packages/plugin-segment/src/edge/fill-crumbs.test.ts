import { describe, expect, it } from 'vitest';
import { fillCrumbs } from './fill-crumbs.ts';

const width = 16;
const plane = (...rows: readonly string[]): Uint8Array =>
  Uint8Array.from(rows.map((row) => row.padEnd(width, '.')).join(''), (mark) => (mark === '1' ? 1 : 0));
const empty = plane('', '', '', '', '', '', '', '');

describe('fillCrumbs', () => {
  const ring = ['', '', '..111111', '..1....1', '..111111', '', '', ''];

  it('fills what the line has cut off', () => {
    const hard = plane(...ring);
    fillCrumbs(hard, empty, width, 1, 3);
    expect(hard).toEqual(plane('', '', '..111111', '..111111', '..111111', '', '', ''));
  });

  it('leaves holes that the labels had', () => {
    const hard = plane(...ring);
    fillCrumbs(hard, plane(...ring), width, 1, 3);
    expect(hard).toEqual(plane(...ring));
  });

  it('leaves what is larger, and what is not enclosed', () => {
    const large = plane(...ring);
    fillCrumbs(large, empty, width, 1, 1);
    expect(large).toEqual(plane(...ring));
    const open = plane('', '', '..111111', '..1.....', '..111111', '', '', '');
    const before = open.slice();
    fillCrumbs(open, empty, width, 1, 3);
    expect(open).toEqual(before);
  });

  it('takes specks away where the background owns the line', () => {
    const hard = plane('', '', '...11', '...1', '', '', '', '');
    fillCrumbs(hard, plane('', '', '..11111', '..11111', '', '', '', ''), width, 0, 3);
    expect(hard).toEqual(empty);
  });
});
