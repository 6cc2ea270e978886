import { describe, expect, it } from 'vitest';
import { constrainPixels } from './constrain-pixels.ts';
import { luma } from './luma.ts';

const constrained = (mode: 'colour' | 'grey' | 'mono', ...pixels: number[]) => {
  const bytes = Uint8Array.from(pixels);
  constrainPixels(bytes, mode);
  return [...bytes];
};

describe('luma', () => {
  it('weighs red, green and blue by Rec. 601 and keeps greys', () => {
    expect([luma(255, 0, 0), luma(0, 255, 0), luma(0, 0, 255)]).toEqual([76, 150, 29]);
    for (let grey = 0; grey < 256; grey++) expect(luma(grey, grey, grey)).toBe(grey);
  });
});

describe('constrainPixels', () => {
  it('leaves colours on colour layers', () => {
    expect(constrained('colour', 1, 2, 3, 4)).toEqual([1, 2, 3, 4]);
  });

  it('turns colours into greys and keeps alpha', () => {
    expect(constrained('grey', 255, 0, 0, 90, 10, 200, 30, 255)).toEqual([
      76, 76, 76, 90, 124, 124, 124, 255,
    ]);
  });

  it('leaves only black, white and nothing on black and white layers', () => {
    expect(constrained('mono', 127, 127, 127, 255)).toEqual([0, 0, 0, 255]);
    expect(constrained('mono', 128, 128, 128, 128)).toEqual([255, 255, 255, 255]);
    expect(constrained('mono', 255, 255, 255, 127)).toEqual([0, 0, 0, 0]);
    expect(constrained('mono', 250, 250, 250, 0)).toEqual([0, 0, 0, 0]);
  });

  it('changes nothing when it is done again', () => {
    const any = Array.from({ length: 400 }, (_, i) => (i * 89) % 256);
    for (const mode of ['grey', 'mono'] as const) {
      const once = constrained(mode, ...any);
      expect(constrained(mode, ...once)).toEqual(once);
    }
  });

  it('rounds in clamped arrays as in others', () => {
    const clamped = Uint8ClampedArray.of(1, 2, 4, 255);
    constrainPixels(clamped, 'grey');
    expect([...clamped]).toEqual(constrained('grey', 1, 2, 4, 255));
  });
});
