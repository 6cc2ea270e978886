import { expect, it } from 'vitest';
import { selectionMode } from './selection-mode.ts';

it('Shift adds, Alt subtracts, both intersect, and without keys the options decide', () => {
  for (const chosen of ['replace', 'add', 'subtract', 'intersect'] as const) {
    expect(selectionMode(chosen, { shift: true, alt: false })).toBe('add');
    expect(selectionMode(chosen, { shift: false, alt: true })).toBe('subtract');
    expect(selectionMode(chosen, { shift: true, alt: true })).toBe('intersect');
    expect(selectionMode(chosen, { shift: false, alt: false })).toBe(chosen);
  }
});
