import {
  characterPalette,
  parseCharacter,
  serializeCharacter,
  type AttributeName,
  type Character,
} from '@koma/character';
import { expect, test } from 'vitest';
import { samplePair, type Pair, type PairMode } from './sample-pair.ts';

const pairs = Array.from({ length: 2000 }, (_, seed) => samplePair(seed));
const ofMode = (wanted: PairMode): Pair[] => pairs.filter(({ mode }) => mode === wanted);

/** The share of pairs for which something holds, 0 to 1. */
const share = (of: readonly Pair[], holds: (pair: Pair) => boolean): number =>
  of.filter(holds).length / of.length;

/** Asserts a share to within 4 %, which is more than three standard deviations of the samples here. */
const expectShare = (measured: number, wanted: number): void => {
  expect(Math.abs(measured - wanted), `${measured} instead of ${wanted}`).toBeLessThan(0.04);
};

function differences(a: Character, b: Character): AttributeName[] {
  return (Object.keys(a) as AttributeName[]).filter((name) => a[name] !== b[name]);
}

test('a seed always gives the same pair, and another seed another one', () => {
  expect(samplePair(7)).toEqual(pairs[7]);
  expect(new Set(pairs.map((pair) => JSON.stringify(pair))).size).toBe(pairs.length);
});

test('both characters are valid', () => {
  for (const { target, style } of pairs.slice(0, 300))
    for (const character of [target, style])
      expect(parseCharacter(serializeCharacter(character))).toEqual(character);
});

test('modes, framings, finishes and backgrounds have their shares', () => {
  expectShare(ofMode('pose').length / pairs.length, 0.5);
  expectShare(ofMode('cast').length / pairs.length, 0.25);
  expectShare(ofMode('recolour').length / pairs.length, 0.25);
  for (const [framing, wanted] of [
    ['bust', 0.45],
    ['full', 0.42],
    ['chibi', 0.13],
  ] as const)
    expectShare(
      share(pairs, ({ target }) => target.framing === framing),
      wanted,
    );
  expectShare(
    share(pairs, ({ target }) => target.finish === 'soft'),
    0.25,
  );
  expect(new Set(pairs.map(({ target }) => target.finish))).toEqual(new Set(['cel', 'soft']));
  expectShare(
    share(pairs, ({ target }) => target.background === 'none'),
    0.6,
  );
  expect(new Set(pairs.map(({ target }) => target.background)).size).toBe(10);
});

test('half of the pairs are balanced', () => {
  // Natural zooms are 0.84 to 1.1, which is a share of 0.325 of the whole range.
  const unusual = share(pairs, ({ target }) => target.zoom < 0.84 || target.zoom > 1.1);
  expectShare(unusual, 0.5 * (1 - 0.325));
});

test('both characters have the same palette and the same finish', () => {
  for (const { target, style } of pairs) {
    expect(characterPalette(style)).toEqual(characterPalette(target));
    expect(style.finish).toBe(target.finish);
    expect(style.hairAccent).toBe(target.hairAccent);
  }
});

test('about a third of the colours are none of the swatches', () => {
  expectShare(
    share(pairs, ({ target }) => target.hairColor.startsWith('#')),
    0.35,
  );
  expectShare(
    share(pairs, ({ target }) => target.outfitColor.startsWith('#')),
    0.35,
  );
});

test('in mode pose, only how and where the same character is seen changes', () => {
  const may = new Set<string>(
    'yaw pitch roll pose expression openMouth gazeX gazeY light zoom shift framing background'.split(' '),
  );
  for (const { target, style } of ofMode('pose')) {
    const changed = differences(target, style);
    expect(changed.filter((name) => !may.has(name))).toEqual([]);
    expect(changed).toContain('yaw');
  }
  expectShare(
    share(ofMode('pose'), ({ target, style }) => target.framing !== style.framing),
    0.4,
  );
});

test('in mode cast, somebody else wears the same clothes', () => {
  for (const { target, style } of ofMode('cast')) {
    expect(style.seed).not.toBe(target.seed);
    expect([style.outfit, style.socks, style.shoes]).toEqual([target.outfit, target.socks, target.shoes]);
  }
  expect(share(ofMode('cast'), ({ target, style }) => target.backHair !== style.backHair)).toBeGreaterThan(
    0.8,
  );
});

test('in mode recolour, somebody else wears other clothes', () => {
  for (const { target, style } of ofMode('recolour')) {
    expect(style.seed).not.toBe(target.seed);
    expect(style.outfit).not.toBe(target.outfit);
  }
});

test('a background of the target is that of the style picture, too', () => {
  for (const { target, style } of pairs)
    if (target.background !== 'none') expect(style.background).toBe(target.background);
  const free = pairs.filter(({ target }) => target.background === 'none');
  expect(new Set(free.map(({ style }) => style.background)).size).toBe(10);
});
