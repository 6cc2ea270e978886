import { parseStrokes } from '@koma/core/plugin';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BACKGROUND_COLOUR,
  colourOf,
  labelName,
  labelsOf,
  nextLabel,
  SUBJECT_COLOUR,
  type NamedLabel,
} from './label-colours.ts';

const area = (n: number) => `Area ${n}`;

describe('nextLabel', () => {
  it('gives names and colours that no other area has', () => {
    const labels: NamedLabel[] = [];
    for (let i = 0; i < 8; i++) labels.push(nextLabel(labels, area));
    expect(new Set(labels.map(({ colour }) => colour)).size).toBe(8);
    expect(labels.map(({ name }) => name)).toEqual(Array.from({ length: 8 }, (_, i) => area(i + 1)));
    expect(nextLabel(labels, area).colour).toBe(labels[0]!.colour);
  });

  it('passes over names that somebody has given', () => {
    expect(nextLabel([{ name: 'Area 2', colour: '#f28c1e' }], area)).toEqual({
      name: 'Area 3',
      colour: '#2fae4e',
    });
  });
});

describe('labelsOf', () => {
  it('keeps the areas that are known and adds those that strokes use besides', () => {
    const known = [{ name: 'Hair', colour: '#123456' }];
    const labels = labelsOf(['Skin', 'Hair'], known);
    expect(labels.map(({ name }) => name)).toEqual(['Hair', 'Skin']);
    expect(colourOf('Hair', labels)).toBe('#123456');
    expect(colourOf('fg', labels)).toBe(SUBJECT_COLOUR);
    expect(colourOf('bg', labels)).toBe(BACKGROUND_COLOUR);
  });
});

describe('labelName', () => {
  it('takes away what no name may hold, and refuses what is left of nothing', () => {
    expect(labelName('  Hair / left ', [])).toBe('Hair  left');
    expect(labelName('...', [])).toBeUndefined();
    expect(labelName('fg', [])).toBeUndefined();
    expect(labelName('Hair', ['Hair'])).toBeUndefined();
  });

  it('gives names that strokes may have, whatever is typed', () => {
    const typed = fc.string({ unit: fc.constantFrom(...' .:/a漢\u{1F600}\0\ud800\\b'), maxLength: 12 });
    fc.assert(
      fc.property(typed, (text) => {
        const label = labelName(text, []);
        if (label === undefined) return;
        expect(parseStrokes({ strokes: [{ label, radius: 1, points: [[0, 0]] }] }).strokes[0]!.label).toBe(
          label,
        );
      }),
    );
  });
});
