import { describe, expect, it } from 'vitest';
import type { LayerNode, RasterLayer } from '../document.ts';
import {
  addLayer,
  deleteLayers,
  duplicateLayers,
  groupLayers,
  moveLayers,
  ungroup,
} from './layer-edits.ts';
import { canvasOf, difference, image, noise, Page, RED, rect, type Maker } from './page.test-helper.ts';

const clip = { clip: true };

/** `paper skin ^blush ^freckles figure[flats shade[soft]] ink`, all with pixels. */
const studio = (properties: Record<string, Partial<RasterLayer>> = {}) =>
  new Page(40, 30, (make) => {
    const layer = (name: string, seed: number, rest: Partial<RasterLayer> = {}) =>
      make.layer(name, noise(25, 20, seed), { ...rest, ...properties[name] }, seed * 2, seed);
    return [
      make.layer('paper', image(40, 30, [250, 250, 240, 255]), properties['paper']),
      layer('skin', 1, { mask: make.mask(rect(0, 0, 30, 30), () => 180) }),
      layer('blush', 2, clip),
      layer('freckles', 3, clip),
      make.group('figure', [layer('flats', 4), make.group('shade', [layer('soft', 5)])]),
      layer('ink', 6),
    ];
  });

/** Does something that must not change what the picture looks like. */
function unseen<T>(page: Page, work: Parameters<Page['editOnce']>[0]): T {
  const before = page.flat();
  const result = page.editOnce(work);
  expect(difference(page.flat(), before)).toBe(0);
  return result as T;
}

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
  const ungrouped = (group: (make: Maker, dot: (name: string, rest?: object) => RasterLayer) => LayerNode) => {
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

describe('deleteLayers', () => {
  it('takes layers away with what is in them', () => {
    const page = studio();
    page.editOnce((t) => deleteLayers(t, ['figure', 'soft', 'ink']));
    expect(page.tree).toBe('paper skin ^blush ^freckles');
  });

  it('deletes none if one of them is locked, or in a locked group, or holds one', () => {
    studio({ ink: { locked: true } }).expectRefused('LAYER_LOCKED', (t) => deleteLayers(t, ['paper', 'ink']));
    studio({ soft: { locked: true } }).expectRefused('LAYER_LOCKED', (t) => deleteLayers(t, ['paper', 'figure']));
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

describe('duplicateLayers', () => {
  it('shares all tiles: of pixels, masks and what is in groups', () => {
    const page = studio();
    const { usedBytes, count } = page.store;
    page.editOnce((t) => duplicateLayers(t, ['skin', 'figure'], ' copy'));
    expect({ usedBytes: page.store.usedBytes, count: page.store.count }).toEqual({ usedBytes, count });
    const copy = page.named('skin copy') as RasterLayer;
    expect(copy.tiles).toEqual(page.raster('skin').tiles);
    expect(copy.mask).toEqual(page.raster('skin').mask);
    expect(copy.id).not.toBe('skin');
  });

  it('shares them until one is painted on, which leaves the other as it was', () => {
    const page = studio();
    const before = page.pixels('ink');
    const [copy] = page.edit((t) => duplicateLayers(t, ['ink'], ' 2'));
    page.edit((t) => t.setTiles(copy!, 'pixels', new Map([...page.raster('ink').tiles.keys()].map((key) => [key, undefined]))));
    expect(difference(page.pixels('ink'), before)).toBe(0);
    expect(difference(page.pixels(copy!), image(40, 30, [0, 0, 0, 0]))).toBe(0);
  });

  it('puts copies above what they are copies of, neighbours together', () => {
    const page = studio();
    const ids = page.editOnce((t) => duplicateLayers(t, ['ink', 'skin', 'blush', 'soft'], '2'));
    expect(page.tree).toBe(
      'paper skin ^blush skin2 ^blush2 ^freckles figure[flats shade[soft soft2]] ink ink2',
    );
    expect(ids.map((id) => page.raster(id).name)).toEqual(['skin2', 'blush2', 'soft2', 'ink2']);
  });

  it('gives what is in copied groups ids of its own, and leaves the names', () => {
    const page = studio();
    page.editOnce((t) => duplicateLayers(t, ['figure'], ' 2'));
    expect(page.tree).toMatch(/figure\[flats shade\[soft\]\] figure 2\[flats shade\[soft\]\] ink$/);
  });

  it('puts copies from locked groups above these', () => {
    const page = new Page(9, 9, (make) => [
      make.group('G', [make.layer('a', image(9, 9, RED)), make.layer('b')], { locked: true }),
    ]);
    page.editOnce((t) => duplicateLayers(t, ['a', 'b'], '2'));
    expect(page.tree).toBe('G[a b] a2 b2');
    expect(page.pixels(page.named('a2')!.id, canvasOf(page.page)).data[0]).toBe(255);
  });
});
