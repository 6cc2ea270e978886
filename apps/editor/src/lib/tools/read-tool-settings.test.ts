import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readToolSettings } from './read-tool-settings.ts';
import { DEFAULT_TOOL_SETTINGS } from './tool-settings.ts';

describe('readToolSettings', () => {
  it('gives the defaults for nothing and for nonsense', () => {
    for (const stored of [null, undefined, 7, 'x', [], { brushes: 'no', fills: [], variants: [3, 'zoom'] }])
      expect(readToolSettings(stored)).toEqual(DEFAULT_TOOL_SETTINGS);
  });
  it('brings back what was stored', () => {
    const { brushes, fills } = DEFAULT_TOOL_SETTINGS;
    const curve = [
      { x: 0, y: 0.2 },
      { x: 0.6, y: 0.3 },
      { x: 1, y: 0.9 },
    ];
    const settings = {
      ...DEFAULT_TOOL_SETTINGS,
      tool: 'polygon',
      variants: DEFAULT_TOOL_SETTINGS.variants.with(0, 'ink').with(5, 'polygon'),
      brushes: {
        ...brushes,
        ink: {
          ...brushes.ink,
          size: 33.5,
          taper: { start: 5, end: 90 },
          pressure: { size: null, opacity: curve, flow: null },
        },
      },
      fills: { ...fills, bucket: { ...fills.bucket, gap: 12, contiguous: false, sample: 'reference' } },
    };
    expect(readToolSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  });
  it('brings numbers into their limits and leaves the pencil a pencil', () => {
    const read = readToolSettings({
      brushes: { brush: { size: 1e9, flow: -1 }, pencil: { antialias: true } },
      wand: { gap: 99 },
    });
    expect(read.brushes.brush).toMatchObject({ size: 1000, flow: 0 });
    expect(read.brushes.pencil.antialias).toBe(false);
    expect(read.wand.gap).toBe(30);
  });
  it('takes no pressure curve whose points are not in order', () => {
    const curve = [
      { x: 0.5, y: 0 },
      { x: 0.5, y: 1 },
    ];
    expect(readToolSettings({ brushes: { brush: { pressure: { size: curve } } } })).toEqual(
      DEFAULT_TOOL_SETTINGS,
    );
  });
  it('makes settings that it would read as they are out of any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const read = readToolSettings({
          brushes: { brush: a, ink: { pressure: b } },
          fills: { bucket: b },
          wand: a,
        });
        expect(readToolSettings(JSON.parse(JSON.stringify(read)))).toEqual(read);
      }),
    );
  });
});
