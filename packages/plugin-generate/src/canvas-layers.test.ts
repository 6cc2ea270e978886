import type { PixelLayer } from '@koma/character';
import { describe, expect, it } from 'vitest';
import { canvasLayers } from './canvas-layers.ts';

/** A layer of one row. */
const row = (
  kind: PixelLayer['kind'],
  x: number,
  ...pixels: (readonly [number, number, number, number])[]
): PixelLayer => ({
  name: kind,
  kind,
  x,
  y: 0,
  width: pixels.length,
  height: 1,
  data: new Uint8ClampedArray(pixels.flat()),
});
const pixel = ({ data, x }: PixelLayer, at: number): number[] => [
  ...data.subarray((at - x) * 4, (at - x) * 4 + 4),
];

describe('canvasLayers', () => {
  it('lightens line art by what it is multiplied with', () => {
    const flats = row('flat', 0, [200, 100, 50, 255], [200, 100, 50, 255]);
    const [, line] = canvasLayers([flats, row('line', 0, [100, 50, 10, 255], [0, 0, 0, 128])]);
    expect(line!.blendMode).toBe('multiply');
    const [red, green, blue, alpha] = pixel(line!, 0) as [number, number, number, number];
    expect([(red * 200) / 255, (green * 100) / 255, (blue * 50) / 255, alpha].map(Math.round)).toEqual([
      100, 50, 10, 255,
    ]);
    expect(pixel(line!, 1)).toEqual([0, 0, 0, 128]);
  });

  it('leaves line art over nothing as it is', () => {
    const [line] = canvasLayers([row('line', 0, [100, 50, 10, 200])]);
    expect(pixel(line!, 0)).toEqual([100, 50, 10, 200]);
  });

  it('leaves light line art on a dark ground in normal mode, untouched', () => {
    const art = row('line', 0, [255, 255, 255, 255]);
    const [, line] = canvasLayers([row('flat', 0, [10, 10, 10, 255]), art]);
    expect(line).toMatchObject({ blendMode: 'normal', data: art.data });
  });

  it('puts flats below what shade has beyond them, so that clipping takes nothing away', () => {
    const flats = row('flat', 1, [200, 0, 0, 255]);
    const shade = row('shade', 0, [0, 0, 100, 255], [0, 0, 100, 128]);
    const [extended, clipped] = canvasLayers([flats, shade]);
    expect(clipped!.clip).toBe(true);
    expect([extended!.x, extended!.width]).toEqual([0, 2]);
    expect(pixel(extended!, 0)).toEqual([0, 0, 100, 255]);
    expect(pixel(extended!, 1)).toEqual([200, 0, 0, 255]);
  });

  it('clips nothing where there are no flats', () => {
    const [shade] = canvasLayers([row('shade', 0, [0, 0, 100, 255])]);
    expect(shade!.clip).toBe(false);
  });
});
