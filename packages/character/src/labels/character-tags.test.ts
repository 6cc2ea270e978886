import { expect, test } from 'vitest';
import { catalogue } from '../parameters/catalogue.ts';
import { defaultCharacter } from '../parameters/default-character.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { hairColours } from '../parameters/swatches.ts';
import { characterTags, nearestSwatch } from './character-tags.ts';

test('a character is tagged as image boards do it', () => {
  const character = {
    ...defaultCharacter(),
    hairColor: 'blonde',
    backHair: 'twinTails',
    fringe: 'blunt',
    glasses: 'round',
  } as const;
  expect(characterTags(character)).toEqual([
    '1girl',
    'solo',
    'portrait',
    'upper_body',
    'blonde_hair',
    'long_hair',
    'twintails',
    'bangs',
    'blunt_bangs',
    'blue_eyes',
    'smile',
    'serafuku',
    'school_uniform',
    'sailor_collar',
    'ribbon',
    'glasses',
    'round_eyewear',
    'simple_background',
  ]);
});

test('only what is drawn is tagged', () => {
  const base = { ...defaultCharacter(), socks: 'thigh', pose: 'sitting' } as const;
  expect(characterTags(base)).not.toContain('thighhighs');
  expect(characterTags({ ...base, framing: 'full' })).toEqual(
    expect.arrayContaining(['thighhighs', 'sitting', 'full_body']),
  );
  expect(characterTags({ ...base, finish: 'line' })).not.toContain('brown_hair');
  expect(characterTags({ ...base, expression: 'happy' })).not.toContain('blue_eyes');
  expect(characterTags({ ...base, eyeColorLeft: 'red' })).toEqual(
    expect.arrayContaining(['blue_eyes', 'red_eyes', 'heterochromia']),
  );
});

test('tags are lower-case words, each once, and every option of a part has its own', () => {
  for (let seed = 0; seed < 300; seed++) {
    const tags = characterTags(sampleCharacter(seed, { spread: 'balanced' }));
    expect(new Set(tags).size).toBe(tags.length);
    for (const tag of tags) expect(tag).toMatch(/^[a-z0-9][a-z0-9_-]*$/);
  }
  for (const name of [
    'outfit',
    'hat',
    'glasses',
    'horns',
    'jewellery',
    'ears',
    'marks',
    'expression',
    'background',
  ] as const) {
    const seen = catalogue[name].options.map((option) =>
      characterTags({ ...defaultCharacter(), [name]: option }).join(),
    );
    expect(new Set(seen).size, name).toBe(seen.length);
  }
});

test('any colour is named by the nearest swatch', () => {
  expect(nearestSwatch('pink', hairColours)).toBe('pink');
  expect(nearestSwatch('#ff9fc0', hairColours)).toBe('pink');
  expect(nearestSwatch('#111118', hairColours)).toBe('black');
});
