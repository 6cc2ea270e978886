import { defaultCharacter, parseCharacter, randomStream, serializeCharacter } from '@koma/character';
import { converter, modeOklch, modeRgb, useMode } from 'culori/fn';
import { expect, test } from 'vitest';
import { colourNames, randomColour, replaceColours } from './random-colours.ts';

useMode(modeRgb);
useMode(modeOklch);
const toOklch = converter('oklch');

const many = (name: (typeof colourNames)[number], count: number): string[] => {
  const random = randomStream(5, name);
  return Array.from({ length: count }, () => randomColour(name, random));
};

test('characters have nine colours', () => {
  expect(colourNames).toHaveLength(9);
  expect(colourNames).toContain('hairColor');
});

test.each(colourNames)('random colours of %s are what the attribute takes', (name) => {
  for (const colour of many(name, 200)) {
    expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    const character = { ...defaultCharacter(1), [name]: colour };
    expect(parseCharacter(serializeCharacter(character))[name]).toBe(colour);
  }
});

test.each(colourNames.filter((name) => name !== 'skinColor'))('%s comes in every hue', (name) => {
  const hues = many(name, 400).map((colour) => toOklch(colour)!);
  const sixths = new Set(hues.flatMap(({ h }) => (h === undefined ? [] : [Math.floor(h / 60)])));
  expect([...sixths].sort()).toEqual([0, 1, 2, 3, 4, 5]);
});

test('skins are light to dark browns, but for a few', () => {
  const skins = many('skinColor', 1000).map((colour) => toOklch(colour)!);
  const human = skins.filter(({ c, h = 50 }) => c < 0.03 || (h > 30 && h < 80));
  expect(human.length / skins.length).toBeGreaterThan(0.8);
  expect(human.length / skins.length).toBeLessThan(0.97);
  expect(Math.min(...skins.map(({ l }) => l))).toBeGreaterThan(0.45);
  expect(Math.max(...skins.map(({ c }) => c))).toBeLessThan(0.13);
});

test('about the wished share is replaced, each colour by itself', () => {
  const colours = { ...defaultCharacter(1), eyeColorLeft: 'red' };
  const seeds = Array.from({ length: 1000 }, (_, seed) => replaceColours(colours, seed, 0.35));
  for (const name of colourNames) {
    const share = seeds.filter((replaced) => replaced[name] !== colours[name]).length / seeds.length;
    expect(share, name).toBeGreaterThan(0.3);
    expect(share, name).toBeLessThan(0.4);
  }
  expect(replaceColours(colours, 3, 0)).toEqual(colours);
});

test('a left eye that is as the right one stays so', () => {
  const colours = { ...defaultCharacter(1), eyeColorLeft: 'same' };
  const replaced = replaceColours(colours, 9, 1);
  expect(replaced.eyeColorLeft).toBe('same');
  expect(replaced.eyeColor).not.toBe(colours.eyeColor);
});
