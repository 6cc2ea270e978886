import { expect, test } from 'vitest';
import { DOCUMENT_PRESETS, MAX_DOCUMENT_PIXELS, MAX_DOCUMENT_SIDE } from './document-presets.ts';

test('every preset can be made', () => {
  for (const { width, height } of DOCUMENT_PRESETS) {
    expect(Math.max(width, height)).toBeLessThanOrEqual(MAX_DOCUMENT_SIDE);
    expect(width * height).toBeLessThanOrEqual(MAX_DOCUMENT_PIXELS);
  }
});

test('paper sizes are those of the paper at their resolution', () => {
  const inches = (id: string) => {
    const preset = DOCUMENT_PRESETS.find((one) => one.id === id)!;
    return [(preset.width / preset.dpi) * 25.4, (preset.height / preset.dpi) * 25.4].map(Math.round);
  };
  expect(inches('b4')).toEqual([257, 364]);
  expect(inches('b4-mono')).toEqual([257, 364]);
  expect(inches('a4')).toEqual([210, 297]);
});
