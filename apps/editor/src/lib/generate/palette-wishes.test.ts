import { expect, it } from 'vitest';
import { SPEC } from './fake-generator.test-helper.ts';
import { paletteAttributes, paletteWishes } from './palette-wishes.ts';

it('a palette is for attributes that take any colour', () => {
  expect(paletteAttributes(SPEC).map(({ id }) => id)).toEqual(['hue']);
});

it('the chosen attributes get one of its colours, and all else stays decided as it was', () => {
  const wishes = { shape: 'round', hue: 'red' };
  expect(paletteWishes(wishes, ['hue', 'hair'], ['#112233', '#445566'])).toEqual({
    shape: 'round',
    hue: { oneOf: ['#112233', '#445566'] },
    hair: { oneOf: ['#112233', '#445566'] },
  });
  expect(paletteWishes(wishes, ['hue'], ['#112233'])).toEqual({ shape: 'round', hue: '#112233' });
});

it('an empty palette decides nothing', () => {
  const wishes = { hue: 'red' };
  expect(paletteWishes(wishes, ['hue'], [])).toBe(wishes);
});
