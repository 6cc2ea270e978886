import { expect, it } from 'vitest';
import { defaultCharacter } from '../parameters/default-character.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { eyeColours, hairColours } from '../parameters/swatches.ts';
import { characterPalette } from './character-palette.ts';
import { hexToOklch } from './oklch.ts';

const base = defaultCharacter(1);

it('has nothing but #rrggbb colours', () => {
  for (let seed = 0; seed < 50; seed++)
    for (const ramp of Object.values(characterPalette(sampleCharacter(seed, { spread: 'balanced' }))))
      for (const hex of Object.values(ramp)) expect(hex).toMatch(/^#[0-9a-f]{6}$/);
});

it('takes swatches by name and any other colour as it is', () => {
  expect(characterPalette({ ...base, eyeColor: 'blue' }).iris.flat).toBe(eyeColours.blue);
  expect(characterPalette({ ...base, eyeColor: '#12ab34' }).iris.flat).toBe('#12ab34');
});

it('has two irises, which differ only where they are asked to', () => {
  const same = characterPalette(base);
  expect(same.irisLeft).toEqual(same.iris);
  const odd = characterPalette({ ...base, eyeColor: 'blue', eyeColorLeft: 'red' });
  expect(odd.irisLeft.flat).toBe(eyeColours.red);
});

it('is more saturated in earlier years', () => {
  const chroma = (year: number): number =>
    hexToOklch(characterPalette({ ...base, hairColor: 'red', year }).hair.flat).c;
  expect(chroma(-1.5)).toBeGreaterThan(chroma(0));
  expect(chroma(0)).toBeGreaterThan(chroma(1.5));
});

it('keeps lashes dark whatever the hair', () => {
  for (const hairColor of Object.keys(hairColours))
    expect(hexToOklch(characterPalette({ ...base, hairColor }).lash.line).l, hairColor).toBeLessThan(0.33);
});
