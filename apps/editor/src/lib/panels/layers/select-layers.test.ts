import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectLayers } from './select-layers.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

describe('selectLayers', () => {
  it('chooses only the clicked layer', () => {
    expect(selectLayers(order, ['a', 'c'], 'c', 'd', 'only')).toEqual(['d']);
    expect(selectLayers(order, ['a', 'c'], 'c', 'a', 'only')).toEqual(['a']);
  });

  it('adds one layer, which becomes the active one, or takes it away', () => {
    expect(selectLayers(order, ['a'], 'a', 'd', 'toggle')).toEqual(['a', 'd']);
    expect(selectLayers(order, ['a', 'd'], 'd', 'a', 'toggle')).toEqual(['d']);
    expect(selectLayers(order, ['a', 'd'], 'd', 'd', 'toggle')).toEqual(['a']);
  });

  it('never leaves nothing chosen', () => {
    expect(selectLayers(order, ['b'], 'b', 'b', 'toggle')).toEqual(['b']);
  });

  it('chooses all layers from the anchor to the clicked one, upwards too', () => {
    expect(selectLayers(order, ['b'], 'b', 'd', 'range')).toEqual(['b', 'c', 'd']);
    expect(selectLayers(order, ['b', 'c', 'd'], 'b', 'a', 'range')).toEqual(['b', 'a']);
  });

  it('starts anew where the anchor is gone or folded away', () => {
    expect(selectLayers(order, ['x'], 'x', 'c', 'range')).toEqual(['c']);
    expect(selectLayers(order, [], undefined, 'c', 'range')).toEqual(['c']);
  });

  it('gives exactly the lines between two, each once, the clicked one last', () => {
    const line = fc.constantFrom(...order);
    fc.assert(
      fc.property(line, line, (anchor, id) => {
        const range = selectLayers(order, [anchor], anchor, id, 'range');
        const places = range.map((name) => order.indexOf(name)).toSorted((p, q) => p - q);
        const low = Math.min(order.indexOf(anchor), order.indexOf(id));
        expect(places).toEqual(range.map((_, i) => low + i));
        expect(range.length).toBe(Math.abs(order.indexOf(anchor) - order.indexOf(id)) + 1);
        expect(range.at(-1)).toBe(id);
      }),
    );
  });
});
