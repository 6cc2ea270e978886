import { describe, expect, it } from 'vitest';
import {
  compositor,
  expectSame,
  image,
  noise,
  Page,
  RED,
  rect,
} from '../../document/edits/page.test-helper.ts';
import type { PortableLayer } from '../layered/index.ts';
import { pageOf, recipe } from './portable-samples.test-helper.ts';
import { toPortable } from './to-portable.ts';

const layersOf = (page: Page) => toPortable(page.store, page.page).nodes as readonly PortableLayer[];

describe('toPortable', () => {
  it('crops what was painted to what there is, off the canvas too', () => {
    const page = new Page(50, 50, (make) => [
      make.layer('dot', image(9, 7, RED), {}, -300, 4),
      make.layer('empty'),
    ]);
    const [dot, empty] = layersOf(page);
    expect(dot).toMatchObject({ x: -300, y: 4, image: { width: 9, height: 7 } });
    expectSame(dot!.image!.data, image(9, 7, RED).data);
    expect(empty).toMatchObject({ x: 0, y: 0, image: undefined });
  });

  it('keeps a picture whole, with its transparent edges and the colours under them', () => {
    const picture = noise(30, 20, 1, 0);
    picture.data[(9 * 30 + 9) * 4 + 3] = 255;
    const frame = rect(5, -6, 30, 20);
    const page = new Page(50, 50, (make) => [make.layer('scan', picture, { frame }, 5, -6)]);
    const [scan] = layersOf(page);
    expect(scan).toMatchObject({ x: 5, y: -6, image: { width: 30, height: 20 } });
    expectSame(scan!.image!.data, picture.data);
  });

  it('loses nothing of pixels that lie beyond the frame', () => {
    const page = new Page(50, 50, (make) => [
      make.layer('odd', noise(30, 20, 1, 255), { frame: rect(0, 0, 9, 9) }),
    ]);
    expectSame(layersOf(page)[0]!.image!.data, noise(30, 20, 1, 255).data);
  });

  it('holds full pictures, recipes, kept inputs, masks and groups', () => {
    const page = pageOf([
      { seed: 6, x: 3, y: 4, picture: 'scaled', masked: true, flag: true },
      { seed: 7, x: 3, y: 4, picture: 'none', masked: false, flag: false, children: [] },
    ]);
    const portable = toPortable(page.store, page.page);
    expect(portable).toMatchObject({ name: 'page', width: 280, height: 50, dpi: 601 });
    const [layer, group] = portable.nodes as readonly [PortableLayer, { kind: string; children: unknown[] }];
    expect(layer).toMatchObject({
      kind: 'layer',
      recipe: recipe('two'),
      mask: { outside: 0, enabled: true },
    });
    expectSame(layer.original!.image.data, noise(60, 30, 7).data);
    expect(layer.original!.frame).toEqual(rect(3, 4, 7, 7));
    expect(group).toMatchObject({ kind: 'group', blendMode: 'pass-through', children: [] });
    expectSame(portable.kept!.get('one')!.image.data, noise(300, 9, 1).data);
    expect(portable.kept!.get('one')!.origin).toEqual({ format: 'jpeg', lossless: false, jpegQuality: 60 });
    expectSame(portable.kept!.get('two')!.image.data, noise(9, 9, 2, 0).data);
  });

  it('is flattened where it is asked for, as the document is', () => {
    const page = pageOf([{ seed: 4, x: 3, y: 4, picture: 'painted', masked: true, flag: true }]);
    expectSame(toPortable(page.store, page.page, compositor).composite!.data, page.flat().data);
    expect(toPortable(page.store, page.page)).not.toHaveProperty('composite');
  });

  it('shares no memory with the document', () => {
    const page = new Page(256, 256, (make) => [
      make.layer('scan', noise(256, 256, 1), { frame: rect(0, 0, 256, 256) }),
    ]);
    const before = page.look();
    layersOf(page)[0]!.image!.data.fill(0);
    expect(page.look()).toEqual(before);
  });
});
