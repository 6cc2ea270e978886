import { describe, expect, it } from 'vitest';
import { assertAllUnlocked, assertPaintable, assertUnlocked, requireRaster } from './assert-editable.ts';
import { codeOf, Page, rect } from './page.test-helper.ts';

const page = () =>
  new Page(8, 8, (make) => [
    make.layer('plain'),
    make.layer('locked', undefined, { locked: true }),
    make.layer('hidden', undefined, { visible: false }),
    make.layer('masked', undefined, { mask: make.mask(rect(0, 0, 8, 8), () => 9) }),
    make.group('folder', [make.layer('inner', undefined, { locked: true })]),
    make.group('safe', [make.layer('kept')], { locked: true }),
    make.group('away', [make.layer('unseen')], { visible: false }),
  ]);

describe('assertPaintable', () => {
  it('lets a layer pass that is shown and unlocked', () => {
    const { page: document } = page();
    expect(assertPaintable(document, 'plain').id).toBe('plain');
    expect(assertPaintable(document, 'masked', 'mask').id).toBe('masked');
  });

  it.each([
    ['absent', 'pixels', 'LAYER_MISSING'],
    ['locked', 'pixels', 'LAYER_LOCKED'],
    ['kept', 'pixels', 'LAYER_LOCKED'],
    ['hidden', 'pixels', 'LAYER_HIDDEN'],
    ['unseen', 'pixels', 'LAYER_HIDDEN'],
    ['folder', 'pixels', 'LAYER_IS_GROUP'],
    ['folder', 'mask', 'MASK_MISSING'],
    ['plain', 'mask', 'MASK_MISSING'],
    ['absent', 'mask', 'LAYER_MISSING'],
  ] as const)('refuses "%s" for its %s with %s', (id, plane, code) => {
    const { page: document } = page();
    expect(codeOf(() => assertPaintable(document, id, plane))).toBe(code);
  });

  it('asks for a layer where none is chosen or nothing is open', () => {
    expect(codeOf(() => assertPaintable(page().page, undefined))).toBe('LAYER_MISSING');
    expect(codeOf(() => assertPaintable(undefined, 'plain'))).toBe('LAYER_MISSING');
  });
});

describe('locks', () => {
  it('of a layer and of the groups around it count for what changes the layer', () => {
    const { page: document } = page();
    const layer = (id: string) => requireRaster(document, id);
    expect(codeOf(() => assertUnlocked(document, layer('plain')))).toBeUndefined();
    expect(codeOf(() => assertUnlocked(document, layer('kept')))).toBe('LAYER_LOCKED');
  });

  it('of what is in a group count for what takes the group away', () => {
    const { page: document } = page();
    const folder = document.layers.find(({ id }) => id === 'folder')!;
    expect(codeOf(() => assertUnlocked(document, folder))).toBeUndefined();
    expect(codeOf(() => assertAllUnlocked(document, folder))).toBe('LAYER_LOCKED');
  });
});

describe('requireRaster', () => {
  it('returns layers of pixels and refuses groups', () => {
    const { page: document } = page();
    expect(requireRaster(document, 'hidden').name).toBe('hidden');
    expect(codeOf(() => requireRaster(document, 'folder'))).toBe('LAYER_IS_GROUP');
    expect(codeOf(() => requireRaster(document, undefined))).toBe('LAYER_MISSING');
  });
});
