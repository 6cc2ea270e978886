import { describe, expect, it } from 'vitest';
import { finish } from '../steps.ts';
import { regionFeatures } from './region-features.ts';
import { Feature, FEATURES } from './region-map.ts';

const [width, height] = [64, 64];
const planeOf = (value: (x: number, y: number) => number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: width * height }, (_, i) => value(i % width, Math.floor(i / width)));

function featuresOf(
  shade: Uint8Array,
  {
    labels = new Uint16Array(width * height),
    count = 1,
    line = new Uint8Array(width * height),
    colours = undefined as readonly [Uint8Array, Uint8Array, Uint8Array] | undefined,
  } = {},
) {
  const planes = { width, height, line, shade, ...(colours && { colours }) };
  const features = finish(regionFeatures(planes, line, labels, count));
  return (feature: number, region = 0) => features[region * FEATURES + feature]!;
}

describe('features of a region', () => {
  it('knows how dark it is, not counting its lines', () => {
    const line = planeOf((x) => (x % 8 === 0 ? 1 : 0));
    const of = featuresOf(
      planeOf((x) => (x % 8 === 0 ? 0 : 204)),
      { line },
    );
    expect(of(Feature.darkness)).toBeCloseTo(0.2);
    expect(of(Feature.energy)).toBeCloseTo(0);
    expect(of(Feature.wavelength)).toBe(0);
  });

  it('counts lines where there is nothing else', () => {
    expect(
      featuresOf(
        planeOf(() => 0),
        { line: planeOf(() => 1) },
      )(Feature.darkness),
    ).toBe(1);
  });

  it.each([0, 30, 45, 90, 135])('measures waves that run at %i degrees', (degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const wave = planeOf(
      (x, y) => 128 + 100 * Math.sin((2 * Math.PI * (y * Math.cos(angle) - x * Math.sin(angle))) / 12),
    );
    const of = featuresOf(wave);
    expect(of(Feature.energy)).toBeCloseTo(100 / Math.SQRT2 / 255, 1);
    expect(Math.abs(of(Feature.wavelength) - 12)).toBeLessThan(0.7);
    expect(of(Feature.directionX)).toBeCloseTo(Math.cos(2 * angle), 1);
    expect(of(Feature.directionY)).toBeCloseTo(Math.sin(2 * angle), 1);
  });

  it('has no direction for dots', () => {
    const dots = featuresOf(planeOf((x, y) => 128 + 60 * (Math.sin(x) + Math.sin(y))));
    expect(Math.hypot(dots(Feature.directionX), dots(Feature.directionY))).toBeLessThan(0.1);
  });

  it('keeps regions apart', () => {
    const labels = Uint16Array.from({ length: width * height }, (_, i) => (i % width < 32 ? 0 : 1));
    const of = featuresOf(
      planeOf((x) => (x < 32 ? 255 : 51)),
      { labels, count: 2 },
    );
    expect(of(Feature.darkness, 0)).toBe(0);
    expect(of(Feature.darkness, 1)).toBeCloseTo(0.8);
    expect(of(Feature.energy, 1)).toBeCloseTo(0);
  });

  it('averages Lab colours on colour pages, and has grey ones on others', () => {
    const colours = [planeOf(() => 255), planeOf(() => 0), planeOf(() => 0)] as const;
    const red = featuresOf(
      planeOf(() => 77),
      { colours },
    );
    expect(Math.abs(red(Feature.greenRed) - 80.1)).toBeLessThan(0.3);
    const grey = featuresOf(planeOf(() => 119));
    expect(Math.abs(grey(Feature.lightness) - 50)).toBeLessThan(0.3);
    expect(grey(Feature.greenRed)).toBe(0);
  });
});
