import { describe, expect, it } from 'vitest';
import { addLayer } from './add-layer.ts';
import { studio, unseen } from './figure.test-helper.ts';
import { Page } from './page.test-helper.ts';

describe('addLayer', () => {
  it('adds an empty layer with what it is given, above the chosen one', () => {
    const page = studio();
    const id = unseen(page, (t) => addLayer(t, 'new', 'skin', { role: 'fill' }));
    expect(page.tree).toBe('paper skin ^new ^blush ^freckles figure[flats shade[soft]] ink');
    expect(page.raster(id as string)).toMatchObject({ name: 'new', role: 'fill' });
  });

  it('adds it to a document without layers', () => {
    const page = new Page(9, 9);
    page.editOnce((t) => addLayer(t, 'first', undefined));
    expect(page.tree).toBe('first');
  });
});
