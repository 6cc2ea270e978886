import { describe, expect, it } from 'vitest';
import { clothColours, eyeColours, groundColours, hairColours, skinColours } from '../parameters/swatches.ts';
import { hexToOklch } from './oklch.ts';
import { ramp, surfaces } from './ramp.ts';

const swatches = { ...clothColours, ...eyeColours, ...groundColours, ...hairColours, ...skinColours };
const hexes = [...new Set(Object.values(swatches)), '#000000', '#ffffff', '#7f7f7f'];

describe.each(Object.entries(surfaces))('the tones of %s', (_, surface) => {
  it.each(hexes)('of %s rise in lightness from line to highlight', (hex) => {
    const tones = ramp(hex, surface);
    const steps = [tones.deep, tones.shade, tones.flat, tones.light, tones.highlight];
    const lightness = steps.map((tone) => hexToOklch(tone).l);
    // One step of 8 bits may be lost by rounding.
    for (const [i, l] of lightness.entries()) if (i > 0) expect(l).toBeGreaterThan(lightness[i - 1]! - 0.004);
    if (hexToOklch(hex).l > 0.35) expect(hexToOklch(tones.line).l).toBeLessThan(lightness[0]!);
  });

  it('keep the flat as it is given', () => {
    for (const hex of hexes) expect(ramp(hex, surface).flat).toBe(hex);
  });
});

it('shades are told from their flats, but for the darkest', () => {
  for (const hex of hexes) {
    const [flat, shade] = [hexToOklch(hex).l, hexToOklch(ramp(hex).shade).l];
    if (flat > 0.3) expect(flat - shade, hex).toBeGreaterThan(0.03);
  }
});

it('lines are never black', () => {
  for (const hex of hexes) expect(hexToOklch(ramp(hex).line).l, hex).toBeGreaterThan(0.12);
});

it('the shade of skin drifts to red, that of cloth to violet', () => {
  const [skin, cloth] = [ramp('#f4d3b8', surfaces.skin), ramp('#b8c4f4')];
  const apart = (a: number, b: number): number => Math.abs(((a - b + 540) % 360) - 180);
  const hue = (hex: string): number => hexToOklch(hex).h;
  expect(apart(hue(skin.shade), 22)).toBeLessThan(apart(hue(skin.flat), 22));
  expect(apart(hue(cloth.shade), 285)).toBeLessThanOrEqual(apart(hue(cloth.flat), 285));
});
