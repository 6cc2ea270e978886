import { describe, expect, it } from 'vitest';
import { BRUSH, ERASER, INK, PENCIL, clampBrushSettings } from './brush-settings.ts';

describe('brush settings', () => {
  it('are within their limits in every preset', () => {
    for (const preset of [BRUSH, ERASER, INK, PENCIL]) expect(clampBrushSettings(preset)).toEqual(preset);
  });

  it('are brought into their limits, and numbers that are none replaced', () => {
    const wild = { ...BRUSH, size: 5000, spacing: 0, opacity: -3, flow: NaN, taper: { start: -1, end: NaN } };
    expect(clampBrushSettings(wild)).toMatchObject({
      size: 1000,
      spacing: 0.01,
      opacity: 0,
      flow: 1,
      taper: { start: 0, end: 0 },
    });
  });

  it('can be stored and read again', () => {
    for (const preset of [BRUSH, ERASER, INK, PENCIL])
      expect(JSON.parse(JSON.stringify(preset))).toEqual(preset);
  });
});
