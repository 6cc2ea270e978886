import { describe, expect, it } from 'vitest';
import type { LayerNode, RasterLayer } from '../document.ts';
import type { GeneratorRecipe } from '../generator-recipe.ts';
import { editPixels } from './edit-pixels.ts';
import { placeGenerated } from './place-generated.ts';
import { expectSame, Maker, noise, Page, rect } from './page.test-helper.ts';
import { resizeDocument } from './resize-document.ts';

const recipe = (pose: string): GeneratorRecipe => ({
  plugin: 'studio.koma.generate',
  pluginVersion: '0.1.0',
  generator: 'character',
  options: { seed: 7, pose },
  as: 'kinds',
  place: { x: 2, y: 3, width: 20, height: 30 },
});

const part = (make: Maker, id: string, seed: number, properties: Partial<RasterLayer> = {}): RasterLayer =>
  make.layer(id, noise(12, 12, seed, 255), { part: { id }, ...properties }, 4, 4);

/** A character of flats, shade and lines between a paper and a note. */
const studio = (change: (make: Maker) => readonly LayerNode[] = () => []) =>
  new Page(30, 40, (make) => [
    make.layer('paper', noise(30, 40, 1, 255)),
    make.group(
      'hero',
      [
        part(make, 'flat', 2, { opacity: 0.5, name: 'my flats' }),
        part(make, 'shade', 3, { clip: true }),
        part(make, 'line', 4, { blendMode: 'multiply', visible: false }),
        ...change(make),
      ],
      { generated: recipe('standing') },
    ),
  ]);

/** New layers of the same parts; their ids differ from those that are there. */
const made = (make: Maker, ids: readonly string[] = ['flat', 'shade', 'line']): RasterLayer[] =>
  ids.map((id, index) => part(make, id, 20 + index, { id: `new-${id}`, clip: id === 'shade' }));

const draw = (page: Page, ids?: readonly string[]) => {
  const layers = made(new Maker(page.store), ids);
  return (t: Parameters<Parameters<Page['edit']>[0]>[0]) =>
    placeGenerated(t, { id: 'hero', layers, recipe: recipe('waving'), suffix: ' (mine)' });
};

describe('placeGenerated', () => {
  it('gives each part its new pixels and leaves all that a person has set', () => {
    const page = studio();
    page.transact('draw', draw(page));
    expect(page.page.layers[1]).toMatchObject({ id: 'hero', generated: recipe('waving') });
    expect(page.tree).toBe('paper hero[my flats ^shade (line)]');
    expect(page.raster('flat')).toMatchObject({ opacity: 0.5, part: { id: 'flat' } });
    expectSame(page.pixels('flat', rect(4, 4, 12, 12)).data, noise(12, 12, 20, 255).data);
    expectSame(page.pixels('line', rect(4, 4, 12, 12)).data, noise(12, 12, 22, 255).data);
    page.checkOwners();
  });

  it('is one step, which can be taken back', () => {
    const page = studio();
    const [before, { done }] = [page.look(), page];
    page.transact('draw', draw(page, ['flat', 'highlight', 'line']));
    expect(page.done).toBe(done + 1);
    const after = page.look();
    page.undo();
    expect(page.look()).toEqual(before);
    page.redo();
    expect(page.look()).toEqual(after);
    page.checkOwners();
  });

  it('adds parts that are new where they belong and takes away those that are gone', () => {
    const page = studio();
    page.transact('draw', draw(page, ['back', 'flat', 'highlight', 'line']));
    expect(page.tree).toBe('paper hero[back my flats highlight (line)]');
  });

  it('keeps what a person has painted on, hidden below its new layer, and what was added as it is', () => {
    const page = studio((make) => [make.layer('sparkles', noise(5, 5, 9, 255))]);
    page.edit((t) => editPixels(t, 'flat', [0], (pixels) => void pixels.fill(99)));
    const painted = page.pixels('flat');
    page.transact('draw', draw(page));
    expect(page.tree).toBe('paper hero[(my flats (mine)) flat ^shade (line) sparkles]');
    expectSame(page.pixels('flat').data, painted.data);
    expect(page.raster('flat').part).toBeUndefined();
    expectSame(page.pixels('sparkles', rect(0, 0, 5, 5)).data, noise(5, 5, 9, 255).data);
    // The next pose leaves it alone.
    page.transact('again', (t) =>
      placeGenerated(t, {
        id: 'hero',
        layers: [part(new Maker(page.store), 'flat', 31, { id: 'third' })],
        recipe: recipe('sitting'),
        suffix: ' (mine)',
      }),
    );
    expect(page.tree).toBe('paper hero[(my flats (mine)) flat sparkles]');
    page.checkOwners();
  });

  it('finds a layer that was moved out of its group of parts', () => {
    const page = new Page(30, 40, (make) => [
      make.group(
        'hero',
        [
          make.group('hair', [part(make, 'hair-flat', 2)], { part: { id: 'hair' } }),
          part(make, 'hair-line', 3),
        ],
        { generated: { ...recipe('standing'), as: 'parts' } },
      ),
    ]);
    const make = new Maker(page.store);
    const hair = make.group(
      'new hair',
      [
        part(make, 'hair-flat', 11, { id: 'new-flat' }),
        part(make, 'hair-shade', 12, { id: 'new-shade' }),
        part(make, 'hair-line', 13, { id: 'new-line' }),
      ],
      { part: { id: 'hair' } },
    );
    page.transact('draw', (t) =>
      placeGenerated(t, { id: 'hero', layers: [hair], recipe: recipe('waving'), suffix: '' }),
    );
    expect(page.tree).toBe('hero[hair[hair-flat hair-shade] hair-line]');
    expectSame(page.pixels('hair-line', rect(4, 4, 12, 12)).data, noise(12, 12, 13, 255).data);
    page.checkOwners();
  });

  it('leaves a character in another one’s group alone', () => {
    const page = studio((make) => [
      make.group('friend', [part(make, 'friend-flat', 8, { part: { id: 'flat' } })], {
        generated: recipe('jumping'),
      }),
    ]);
    const before = page.pixels('friend-flat');
    page.transact('draw', draw(page));
    expectSame(page.pixels('friend-flat').data, before.data);
  });

  it('refuses what is locked or was not generated', () => {
    for (const locked of ['hero', 'shade']) {
      const page = studio();
      page.edit((t) => t.setLayer(locked, { locked: true }));
      page.expectRefused('LAYER_LOCKED', (t) => draw(page)(t));
    }
    const page = studio();
    page.edit((t) => t.setLayer('hero', { generated: undefined }));
    page.expectRefused('LAYER_MISSING', (t) => draw(page)(t));
  });

  it('replaces a picture of one layer, until it is painted on', () => {
    const page = new Page(30, 40, (make) => [
      make.layer('hero', noise(9, 9, 1, 255), { generated: { ...recipe('standing'), as: 'whole' } }),
    ]);
    const one = (t: Parameters<Parameters<Page['edit']>[0]>[0]) =>
      placeGenerated(t, {
        id: 'hero',
        layers: [new Maker(page.store).layer('new', noise(9, 9, 2, 255), {}, 3, 3)],
        recipe: { ...recipe('waving'), as: 'whole' },
        suffix: '',
      });
    page.transact('draw', one);
    expectSame(page.pixels('hero', rect(3, 3, 9, 9)).data, noise(9, 9, 2, 255).data);
    page.edit((t) => editPixels(t, 'hero', [0], (pixels) => void pixels.fill(7)));
    expect(page.raster('hero').generated).toBeUndefined();
  });

  it('knows its place when the canvas is scaled', () => {
    const page = studio();
    page.edit((t) => resizeDocument(t, 60, 80));
    expect(page.page.layers[1]!.generated!.place).toEqual({ x: 4, y: 6, width: 40, height: 60 });
  });
});
