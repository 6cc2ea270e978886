import { describe, expect, it } from 'vitest';
import type { RasterImage } from '../../raster/index.ts';
import type { RasterLayer } from '../document.ts';
import { flattenLayers } from '../flatten.ts';
import type { Transaction } from '../transaction.ts';
import { flattenAll, mergeDown, mergeLayers, mergeVisible } from './merge-layers.ts';
import { BLACK, compositor, difference, image, Maker, noise, Page, rect } from './page.test-helper.ts';
import { AROUND, seen } from './seen.test-helper.ts';

const clip = { clip: true };
/** Merges, and checks that the picture stays as it is but for rounding. */
function merged(page: Page, work: (transaction: Transaction) => string): RasterLayer {
  const before = seen(page);
  const id = page.editOnce(work);
  expect(difference(seen(page), before)).toBeLessThanOrEqual(1);
  return page.raster(id);
}

const dots = (make: Maker) => {
  let seed = 0;
  return (name: string, rest: Partial<RasterLayer> = {}) => {
    seed++;
    return make.layer(name, noise(45, 40, seed), rest, seed * 7 - 30, seed * 5 - 25);
  };
};

/** `paper skin ^blush ^freckles figure[flats ^shade] ink` of noise that reaches off the canvas. */
const studio = (properties: Readonly<Record<string, Partial<RasterLayer>>> = {}) =>
  new Page(40, 30, (make) => {
    const dot = dots(make);
    const layer = (name: string, rest: Partial<RasterLayer> = {}) =>
      dot(name, { ...rest, ...properties[name] });
    return [
      layer('paper'),
      layer('skin', { opacity: 0.8, mask: make.mask(rect(0, 0, 40, 40), (x, y) => x * 6 + y, 255) }),
      layer('blush', { ...clip, opacity: 0.6 }),
      layer('freckles', clip),
      make.group('figure', [layer('flats'), layer('shade', clip)], {
        opacity: 0.7,
        mask: make.mask(rect(-10, -10, 30, 30), () => 90, 255),
      }),
      layer('ink'),
    ];
  });

describe('mergeDown', () => {
  const down = (id: string, page = studio()) => {
    const layer = merged(page, (t) => mergeDown(t, id, compositor));
    return `${page.tree} as ${layer.name}`;
  };

  it('makes one of a layer and the next below', () => {
    expect(down('ink')).toBe('paper skin ^blush ^freckles figure as figure');
  });

  it('makes one layer of a group', () => {
    expect(down('figure')).toBe('paper skin ^blush ^freckles figure ink as figure');
  });

  it('takes what is clipped to a layer along', () => {
    expect(down('skin')).toBe('paper figure[flats ^shade] ink as paper');
  });

  it('leaves what is clipped to the base clipped to the result', () => {
    expect(down('blush')).toBe('paper skin ^freckles figure[flats ^shade] ink as skin');
  });

  it('makes one clipped layer of two, each of which shows beside the other', () => {
    expect(down('freckles')).toBe('paper skin ^blush figure[flats ^shade] ink as blush');
  });

  it('merges the whole run below where a layer is not clipped to it', () => {
    const page = new Page(40, 30, (make) => {
      const dot = dots(make);
      return [dot('a'), dot('b', clip), dot('c', clip), dot('d')];
    });
    expect(down('d', page)).toBe('a as a');
  });

  it('clips nothing to the result that stood alone', () => {
    const page = new Page(40, 30, (make) => {
      const dot = dots(make);
      return [dot('a', clip), dot('b', clip), dot('c', clip)];
    });
    expect(down('b', page)).toBe('^a ^c as a');
  });

  it('merges within groups', () => {
    expect(down('shade')).toBe('paper skin ^blush ^freckles figure[flats] ink as flats');
  });

  it('has the blend mode and role of the lower layer, and opacity and mask are taken in', () => {
    const page = studio({ skin: { blendMode: 'multiply', role: 'line-art', reference: true } });
    const layer = page.raster(page.edit((t) => mergeDown(t, 'blush', compositor)));
    expect(layer).toMatchObject({ blendMode: 'multiply', role: 'line-art', reference: true, opacity: 1 });
    expect(layer.mask).toBeUndefined();
  });

  it('refuses where there is nothing below', () => {
    for (const id of ['paper', 'flats'])
      studio().expectRefused('NOTHING_TO_MERGE', (t) => mergeDown(t, id, compositor));
  });

  it('refuses hidden layers, whose pixels would be lost', () => {
    studio({ ink: { visible: false } }).expectRefused('NOTHING_TO_MERGE', (t) =>
      mergeDown(t, 'ink', compositor),
    );
    for (const id of ['blush', 'freckles'])
      studio({ blush: { visible: false } }).expectRefused('NOTHING_TO_MERGE', (t) =>
        mergeDown(t, id, compositor),
      );
    studio({ skin: { visible: false } }).expectRefused('NOTHING_TO_MERGE', (t) =>
      mergeDown(t, 'blush', compositor),
    );
  });

  it('refuses locked layers, also in groups', () => {
    studio({ paper: { locked: true } }).expectRefused('LAYER_LOCKED', (t) =>
      mergeDown(t, 'skin', compositor),
    );
    studio({ shade: { locked: true } }).expectRefused('LAYER_LOCKED', (t) => mergeDown(t, 'ink', compositor));
    studio({ shade: { locked: true } }).expectRefused('LAYER_LOCKED', (t) =>
      mergeDown(t, 'figure', compositor),
    );
  });
});

describe('the colour mode of what is merged', () => {
  const mode = (lower: RasterLayer['colourMode'], upper: RasterImage, rest: Partial<RasterLayer> = {}) => {
    const page = new Page(20, 20, (make) => [
      make.layer(
        'lower',
        image(20, 20, (x) => (x < 9 ? BLACK : [255, 255, 255, 255])),
        { colourMode: lower },
      ),
      make.layer('upper', upper, { colourMode: 'mono', ...rest }),
    ]);
    return page.raster(page.edit((t) => mergeDown(t, 'upper', compositor))).colourMode;
  };

  it('stays where the pixels allow it', () => {
    expect(mode('mono', image(10, 10, BLACK))).toBe('mono');
    expect(mode('grey', image(10, 10, BLACK))).toBe('grey');
  });

  it('widens to what is needed, since the next stroke would flatten the rest', () => {
    expect(mode('mono', image(10, 10, BLACK), { opacity: 0.5 })).toBe('grey');
    expect(mode('mono', image(10, 10, [200, 30, 4, 255]))).toBe('colour');
    expect(mode('mono', image(10, 10, BLACK), { colourMode: 'colour' })).toBe('colour');
  });
});

describe('mergeLayers', () => {
  const several = (...ids: string[]) => {
    const page = studio();
    const layer = merged(page, (t) => mergeLayers(t, ids, compositor));
    return `${page.tree} as ${layer.name}`;
  };

  it('makes one of several in the place of the topmost', () => {
    expect(several('figure', 'ink')).toBe('paper skin ^blush ^freckles figure as figure');
    expect(several('skin', 'blush', 'freckles')).toBe('paper skin figure[flats ^shade] ink as skin');
    expect(several('blush', 'freckles')).toBe('paper skin ^blush figure[flats ^shade] ink as blush');
    expect(several('flats', 'shade')).toBe('paper skin ^blush ^freckles figure[flats] ink as flats');
  });

  it('takes along what the picture needs', () => {
    expect(several('skin', 'freckles')).toBe('paper skin figure[flats ^shade] ink as skin');
    expect(several('paper', 'skin')).toBe('paper figure[flats ^shade] ink as paper');
    expect(several('blush', 'figure')).toBe('paper skin ink as skin');
  });

  it('leaves hidden layers, clipped to the result if they were to a layer in it', () => {
    const page = studio({ blush: { visible: false } });
    merged(page, (t) => mergeLayers(t, ['paper', 'skin', 'figure'], compositor));
    expect(page.tree).toBe('paper ^(blush) ink');
  });

  it('keeps several of these in their order', () => {
    const page = new Page(40, 30, (make) => {
      const dot = dots(make);
      const hidden = { ...clip, visible: false };
      return [dot('a'), dot('b', hidden), dot('c', hidden), dot('d', clip), dot('e', hidden), dot('f', clip)];
    });
    merged(page, (t) => mergeLayers(t, ['a', 'd'], compositor));
    expect(page.tree).toBe('a ^(b) ^(c) ^(e) ^f');
  });

  it('leaves what is clipped to a hidden layer with that', () => {
    const page = studio({ skin: { visible: false } });
    merged(page, (t) => mergeLayers(t, ['paper', 'skin', 'blush', 'figure'], compositor));
    expect(page.tree).toBe('(skin) ^blush ^freckles paper ink');
  });

  it('refuses fewer than two layers, unless that is a group', () => {
    for (const ids of [[], ['ink'], ['nobody']])
      studio().expectRefused('NOTHING_TO_MERGE', (t) => mergeLayers(t, ids, compositor));
    expect(several('figure')).toContain('as figure');
  });

  it('refuses if one of them is locked, and changes none', () => {
    studio({ ink: { locked: true } }).expectRefused('LAYER_LOCKED', (t) =>
      mergeLayers(t, ['paper', 'figure', 'ink'], compositor),
    );
  });
});

describe('mergeVisible', () => {
  it('makes one normal layer of all that is visible and leaves the rest', () => {
    const page = studio({ ink: { visible: false }, paper: { role: 'line-art' } });
    const layer = merged(page, (t) => mergeVisible(t, compositor));
    expect(page.tree).toBe('paper (ink)');
    expect(layer).toMatchObject({ blendMode: 'normal', role: 'none', clip: false });
  });

  it('does not show what is clipped to hidden layers', () => {
    const page = studio({ skin: { visible: false } });
    merged(page, (t) => mergeVisible(t, compositor));
    expect(page.tree).toBe('(skin) ^blush ^freckles paper');
  });

  it('is exact for all blend modes, since nothing lies below', () => {
    const flat = (page: Page) => flattenLayers(page.store, page.page.layers, AROUND, compositor);
    const page = studio({
      paper: { blendMode: 'screen' },
      skin: { blendMode: 'color-burn' },
      blush: { ...clip, blendMode: 'luminosity' },
      flats: { blendMode: 'difference' },
      ink: { blendMode: 'multiply' },
    });
    const before = flat(page);
    page.edit((t) => mergeVisible(t, compositor));
    expect(difference(flat(page), before)).toBe(0);
  });

  it('leaves a single plain layer with all that it remembers', () => {
    const page = new Page(40, 30, (make) => [
      make.layer('scan', noise(40, 30, 1), {
        frame: rect(0, 0, 40, 30),
        origin: { format: 'png', lossless: true },
      }),
      make.layer('off', undefined, { visible: false }),
    ]);
    page.expectNoStep((t) => expect(mergeVisible(t, compositor)).toBe('scan'));
  });

  it('refuses where nothing is visible', () => {
    new Page(9, 9).expectRefused('NOTHING_TO_MERGE', (t) => mergeVisible(t, compositor));
    new Page(9, 9, (make) => [
      make.layer('off', undefined, { visible: false }),
      make.layer('on', undefined, clip),
    ]).expectRefused('NOTHING_TO_MERGE', (t) => mergeVisible(t, compositor));
  });
});

describe('flattenAll', () => {
  it('leaves one layer', () => {
    const page = studio({ ink: { visible: false }, blush: { ...clip, visible: false } });
    merged(page, (t) => flattenAll(t, compositor));
    expect(page.tree).toBe('paper');
  });

  it('does not show what was clipped to hidden layers', () => {
    const page = studio({ skin: { visible: false }, paper: { visible: false } });
    merged(page, (t) => flattenAll(t, compositor));
    expect(page.tree).toBe('figure');
  });

  it('takes in opacity and mask of a single layer', () => {
    const page = new Page(40, 30, (make) => [
      make.layer('a', noise(40, 30, 1), { opacity: 0.5, mask: make.mask(rect(0, 0, 40, 30), (x) => x * 6) }),
    ]);
    const layer = merged(page, (t) => flattenAll(t, compositor));
    expect([layer.opacity, layer.mask]).toEqual([1, undefined]);
  });

  it('refuses where hidden layers are locked, or nothing is visible, and takes none away', () => {
    studio({ ink: { visible: false, locked: true } }).expectRefused('LAYER_LOCKED', (t) =>
      flattenAll(t, compositor),
    );
    new Page(9, 9, (make) => [make.layer('off', noise(9, 9, 1), { visible: false })]).expectRefused(
      'NOTHING_TO_MERGE',
      (t) => flattenAll(t, compositor),
    );
  });
});
