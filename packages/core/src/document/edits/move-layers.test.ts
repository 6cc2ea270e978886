import { describe, expect, it } from 'vitest';
import { studio } from './figure.test-helper.ts';
import { moveLayers } from './move-layers.ts';
import { Page } from './page.test-helper.ts';

describe('moveLayers', () => {
  const moved = (ids: readonly string[], parent: string | undefined, index: number) => {
    const page = studio();
    page.editOnce((t) => moveLayers(t, ids, parent, index));
    return page.tree;
  };

  it('counts the layers that stay', () => {
    expect(moved(['paper'], undefined, 1)).toMatch(/^skin paper \^blush/);
    expect(moved(['paper'], undefined, 99)).toMatch(/ink paper$/);
    expect(moved(['ink'], undefined, -5)).toMatch(/^ink paper/);
  });

  it('keeps the order of several, wherever they come from', () => {
    expect(moved(['ink', 'soft', 'paper'], 'figure', 1)).toBe(
      'skin ^blush ^freckles figure[flats paper soft ink shade[]]',
    );
    expect(moved(['paper', 'blush'], undefined, 2)).toBe(
      'skin ^freckles paper ^blush figure[flats shade[soft]] ink',
    );
  });

  it('is as taking out and putting in, for every set of layers and place', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (let set = 1; set < 32; set++)
      for (let index = 0; index <= 5; index++) {
        const chosen = names.filter((_, i) => set & (1 << i));
        const page = new Page(9, 9, (make) => names.map((name) => make.layer(name)));
        page.edit((t) => moveLayers(t, chosen, undefined, index));
        const staying = names.filter((name) => !chosen.includes(name));
        expect(page.tree).toBe(staying.toSpliced(index, 0, ...chosen).join(' '));
      }
  });

  it('moves nothing into itself', () => {
    const page = studio();
    page.expectNoStep((t) => moveLayers(t, ['figure'], 'shade', 0));
    page.expectNoStep((t) => moveLayers(t, ['ink', 'figure'], 'figure', 0));
  });

  it('refuses locked layers, all of them, and locked groups', () => {
    studio({ ink: { locked: true } }).expectRefused('LAYER_LOCKED', (t) =>
      moveLayers(t, ['paper', 'ink'], undefined, 3),
    );
    const safe = new Page(9, 9, (make) => [make.layer('a'), make.group('G', [], { locked: true })]);
    safe.expectRefused('LAYER_LOCKED', (t) => moveLayers(t, ['a'], 'G', 0));
  });
});
