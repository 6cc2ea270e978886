import { describe, expect, it } from 'vitest';
import type { LayerNode, RasterLayer } from '../document.ts';
import { studio, unseen } from './figure.test-helper.ts';
import { groupLayers, ungroup } from './group-layers.ts';
import { noise, Page, type Maker } from './page.test-helper.ts';

const clip = { clip: true };

describe('groupLayers', () => {
  const grouped = (...ids: string[]) => {
    const page = studio();
    unseen(page, (t) => groupLayers(t, ids, 'G'));
    return page.tree;
  };

  it('puts layers into a group in the place of the topmost', () => {
    expect(grouped('ink')).toBe('paper skin ^blush ^freckles figure[flats shade[soft]] G[ink]');
    expect(grouped('soft', 'ink')).toBe('paper skin ^blush ^freckles figure[flats shade[]] G[soft ink]');
    expect(grouped('flats', 'shade')).toBe('paper skin ^blush ^freckles figure[G[flats shade[soft]]] ink');
  });

  it('keeps what is clipped with what it is clipped to', () => {
    expect(grouped('paper', 'skin')).toMatch(/^G\[paper skin \^blush \^freckles\] figure/);
    expect(grouped('skin', 'blush')).toMatch(/^paper G\[skin \^blush\] \^freckles figure/);
    expect(grouped('skin')).toMatch(/^paper G\[skin\] \^blush \^freckles figure/);
  });

  it('is clipped itself if all in it are, to the same', () => {
    expect(grouped('blush', 'freckles')).toMatch(/^paper skin \^G\[\^blush \^freckles\] figure/);
  });

  it('is clipped where there is nothing to clip to, and leaves nothing else clipped to itself', () => {
    const page = new Page(40, 30, (make) => [
      make.layer('a', noise(20, 20, 1), clip),
      make.layer('b', noise(20, 20, 2), clip, 9, 9),
    ]);
    unseen(page, (t) => groupLayers(t, ['a'], 'G'));
    expect(page.tree).toBe('^G[^a] ^b');
  });

  it('is empty above the chosen layer where there is nothing to put in', () => {
    const page = studio();
    unseen(page, (t) => groupLayers(t, [], 'G', 'skin'));
    expect(page.tree).toContain('skin ^G[] ^blush');
  });

  it('refuses locked layers', () => {
    const page = studio({ ink: { locked: true } });
    page.expectRefused('LAYER_LOCKED', (t) => groupLayers(t, ['paper', 'ink'], 'G'));
  });
});

describe('ungroup', () => {
  const ungrouped = (
    group: (make: Maker, dot: (name: string, rest?: object) => RasterLayer) => LayerNode,
  ) => {
    const page = new Page(40, 30, (make) => {
      let seed = 0;
      const dot = (name: string, rest: object = {}) => {
        seed++;
        return make.layer(name, noise(25, 20, seed), rest, seed * 3, seed);
      };
      return [dot('base'), group(make, dot), dot('top')];
    });
    unseen(page, (t) => ungroup(t, 'G'));
    return page.tree;
  };

  it('leaves the layers in the place of the group, in their order', () => {
    expect(ungrouped((make, dot) => make.group('G', [dot('a'), dot('b'), make.group('H', [dot('c')])]))).toBe(
      'base a b H[c] top',
    );
    expect(ungrouped((make) => make.group('G', [make.layer('a')]))).toBe('base a top');
  });

  it('clips them to what the group was clipped to', () => {
    expect(ungrouped((make, dot) => make.group('G', [dot('a'), dot('b')], clip))).toBe('base ^a ^b top');
  });

  it('does not clip to layers below what stood alone in the group', () => {
    expect(ungrouped((make, dot) => make.group('G', [dot('a', clip), dot('b'), dot('c', clip)]))).toBe(
      'base a b ^c top',
    );
  });

  it('keeps hidden what was hidden with the group', () => {
    expect(ungrouped((make, dot) => make.group('G', [dot('a')], { visible: false }))).toBe('base (a) top');
  });

  it('tells which layers there were', () => {
    const page = studio();
    expect(page.editOnce((t) => ungroup(t, 'figure'))).toEqual(['flats', 'shade']);
  });

  it('leaves layers alone that are no groups, and refuses locked ones', () => {
    const page = studio();
    page.expectNoStep((t) => expect(ungroup(t, 'ink')).toEqual(['ink']));
    const safe = new Page(9, 9, (make) => [make.group('G', [make.layer('a')], { locked: true })]);
    safe.expectRefused('LAYER_LOCKED', (t) => ungroup(t, 'G'));
  });
});
