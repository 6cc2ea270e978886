import { describe, expect, it } from 'vitest';
import { deleteLayers } from './delete-layers.ts';
import { studio } from './figure.test-helper.ts';
import { noise, Page } from './page.test-helper.ts';

describe('deleteLayers', () => {
  it('takes layers away with what is in them', () => {
    const page = studio();
    page.editOnce((t) => deleteLayers(t, ['figure', 'soft', 'ink']));
    expect(page.tree).toBe('paper skin ^blush ^freckles');
  });

  it('deletes none if one of them is locked, or in a locked group, or holds one', () => {
    studio({ ink: { locked: true } }).expectRefused('LAYER_LOCKED', (t) => deleteLayers(t, ['paper', 'ink']));
    studio({ soft: { locked: true } }).expectRefused('LAYER_LOCKED', (t) =>
      deleteLayers(t, ['paper', 'figure']),
    );
  });

  it('forgets the kept inputs of recipes that go with them', () => {
    const recipe = {
      plugin: 'studio.koma.test',
      pluginVersion: '1.0.0',
      operation: 'draw',
      params: {},
      inputs: { image: { kept: 'input' } },
      placement: 'replace-layer',
    } as const;
    const page = new Page(
      9,
      9,
      (make) => [make.layer('a', undefined, { recipe }), make.layer('b', undefined, { recipe })],
      (make) => ({
        kept: new Map([['input', { width: 9, height: 9, tiles: make.layer('', noise(9, 9, 1)).tiles }]]),
      }),
    );
    page.editOnce((t) => deleteLayers(t, ['a']));
    expect(page.page.kept.size).toBe(1);
    page.editOnce((t) => deleteLayers(t, ['b']));
    expect(page.page.kept.size).toBe(0);
  });
});
