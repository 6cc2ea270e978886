import { beforeEach, describe, expect, it } from 'vitest';
import { areClippedTogether, clipRunOf, isClippedPlace, withClipRuns } from './clip-run.ts';
import { outermost } from './outermost.ts';
import type { KomaDocument } from '../document.ts';
import { Page } from './page.test-helper.ts';

const clip = { clip: true };

/** `^alone paper skin ^blush ^freckles folder[hair ^shine] ^glow ink` */
const studio = () =>
  new Page(9, 9, (make) => [
    make.layer('alone', undefined, clip),
    make.layer('paper'),
    make.layer('skin'),
    make.layer('blush', undefined, clip),
    make.layer('freckles', undefined, clip),
    make.group('folder', [make.layer('hair'), make.layer('shine', undefined, clip)]),
    make.layer('glow', undefined, clip),
    make.layer('ink'),
  ]);
let page: KomaDocument;
beforeEach(() => void ({ page } = studio()));

const names = (layers: readonly { readonly name: string }[]) => layers.map(({ name }) => name).join(' ');

describe('clipRunOf', () => {
  it.each([
    ['skin', 'skin', 'blush freckles'],
    ['blush', 'skin', 'blush freckles'],
    ['freckles', 'skin', 'blush freckles'],
    ['glow', 'folder', 'glow'],
    ['shine', 'hair', 'shine'],
    ['ink', 'ink', ''],
    ['alone', 'alone', ''],
  ])('of %s is %s with %s', (id, base, clipped) => {
    const run = clipRunOf(page, id);
    expect([run.base.name, names(run.clipped)]).toEqual([base, clipped]);
  });
});

describe('withClipRuns', () => {
  const closed = (...ids: string[]) => names(withClipRuns(page, outermost(page, ids)));

  it('leaves layers alone to which nothing is clipped', () => {
    expect(closed('paper', 'ink')).toBe('paper ink');
    expect(closed('alone')).toBe('alone');
    expect(closed()).toBe('');
  });

  it('takes what lies between a base and the topmost chosen layer that is clipped to it', () => {
    expect(closed('skin')).toBe('skin');
    expect(closed('skin', 'blush')).toBe('skin blush');
    expect(closed('skin', 'freckles')).toBe('skin blush freckles');
  });

  it('lets the clipped layers of one base be without it', () => {
    expect(closed('blush', 'freckles')).toBe('blush freckles');
  });

  it('takes whole runs where layers of several are chosen', () => {
    expect(closed('paper', 'skin')).toBe('paper skin blush freckles');
    expect(closed('blush', 'ink')).toBe('skin blush freckles ink');
    expect(closed('paper', 'shine')).toBe('paper hair shine');
  });

  it('names nothing twice that comes along in a group', () => {
    expect(closed('hair', 'glow')).toBe('folder glow');
  });
});

describe('areClippedTogether', () => {
  const together = (...ids: string[]) => areClippedTogether(page, outermost(page, ids));

  it('is true of layers that are clipped to one that is not among them', () => {
    expect([together('blush'), together('blush', 'freckles'), together('glow')]).toEqual([true, true, true]);
  });

  it('is false of all others', () => {
    expect([together('skin', 'blush'), together('blush', 'glow'), together('alone'), together()]).toEqual(
      Array(4).fill(false),
    );
  });
});

describe('isClippedPlace', () => {
  const clipped = (...ids: string[]) => isClippedPlace(page, outermost(page, ids));

  it('is true where layers are clipped together, and where there is nothing below to clip to', () => {
    expect([clipped('blush'), clipped('glow'), clipped('alone')]).toEqual([true, true, true]);
  });

  it('is false elsewhere', () => {
    expect([clipped('skin', 'blush'), clipped('alone', 'paper'), clipped()]).toEqual([false, false, false]);
  });
});
