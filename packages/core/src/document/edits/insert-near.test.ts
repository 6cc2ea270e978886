import { describe, expect, it } from 'vitest';
import { insertNear } from './insert-near.ts';
import { Maker, noise, Page } from './page.test-helper.ts';

const clip = { clip: true };
const studio = () =>
  new Page(9, 9, (make) => [
    make.layer('paper'),
    make.group('open', [make.layer('inner')]),
    make.group('closed', [make.layer('covered')], { expanded: false }),
    make.group('safe', [make.group('nested', [make.layer('deep')])], { locked: true }),
    make.layer('skin'),
    make.layer('blush', undefined, clip),
    make.layer('freckles', undefined, clip),
    make.layer('ink'),
  ]);

const inserted = (near: string | undefined, properties = {}) => {
  const page = studio();
  page.editOnce((t) => insertNear(t, new Maker(page.store).layer('NEW', noise(9, 9, 1), properties), near));
  return page.tree.replace(/\w+\[(?!.*NEW)[^\]]*\]+ /g, '');
};

describe('insertNear', () => {
  it('puts a layer above another', () => {
    expect(inserted('paper')).toMatch(/^paper NEW/);
    expect(inserted('ink')).toMatch(/ink NEW$/);
  });

  it('puts it on top of all without another, or where that is not there', () => {
    expect(inserted(undefined)).toMatch(/ink NEW$/);
    expect(inserted('nobody')).toMatch(/ink NEW$/);
  });

  it('puts it into a group that is open, and above one that is closed', () => {
    expect(inserted('open')).toContain('open[inner NEW]');
    expect(inserted('closed')).toContain('closed[covered] NEW');
    expect(inserted('inner')).toContain('open[inner NEW]');
  });

  it('puts it above the outermost locked group', () => {
    expect(inserted('deep')).toContain('safe[nested[deep]] NEW');
    expect(inserted('safe')).toContain('safe[nested[deep]] NEW');
  });

  it('clips it where it would come between a layer and what is clipped to that', () => {
    expect(inserted('skin')).toContain('skin ^NEW ^blush ^freckles');
    expect(inserted('blush')).toContain('^blush ^NEW ^freckles');
    expect(inserted('freckles')).toContain('^freckles NEW ink');
    expect(inserted('freckles', clip)).toContain('^freckles ^NEW ink');
  });

  it('releases the pixels of what cannot be inserted', () => {
    const page = studio();
    const twin = (near?: string) => (t: Parameters<typeof insertNear>[0]) =>
      insertNear(t, new Maker(page.store).layer('paper', noise(300, 9, 1)), near);
    page.expectRefused('RangeError', twin('ink'));
    page.expectRefused('RangeError', twin('open'));
    page.expectRefused('RangeError', twin());
    page.edit((t) => t.open(undefined));
    page.expectRefused('RangeError', twin('ink'));
  });
});
