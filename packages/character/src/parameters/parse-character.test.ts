import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CharacterError } from '../character-error.ts';
import { defaultCharacter } from './default-character.ts';
import { parseCharacter, readCharacterFile, serializeCharacter } from './parse-character.ts';
import { sampleCharacter } from './sample-character.ts';

const file = (attributes: object) => ({ version: 1, seed: 7, attributes });

function errorOf(source: unknown): CharacterError {
  try {
    parseCharacter(source);
  } catch (error) {
    if (error instanceof CharacterError) return error;
    throw error;
  }
  throw new Error('It was taken.');
}

test('every character comes back from its JSON as it was', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom('natural' as const, 'balanced' as const), (seed, spread) => {
      const character = sampleCharacter(seed, { spread });
      expect(parseCharacter(serializeCharacter(character))).toEqual(character);
    }),
    { numRuns: 200 },
  );
});

test('attributes that a file does not mention have their defaults, after reading and not before', () => {
  const source = file({ hairColor: 'pink' });
  expect(readCharacterFile(source).attributes).toEqual({ hairColor: 'pink' });
  expect(parseCharacter(source)).toEqual({ ...defaultCharacter(7), hairColor: 'pink' });
});

test('colours are swatches or six hexadecimal digits', () => {
  expect(parseCharacter(file({ outfitColor: '#3A7BD5' })).outfitColor).toBe('#3a7bd5');
  for (const outfitColor of ['#abc', 'rgb(1,2,3)', 'constructor', '', '#3a7bd5ff'])
    expect(errorOf(file({ outfitColor })).code).toBe('ATTRIBUTE_VALUE');
});

test.each([
  [file({ hairColour: 'pink' }), 'ATTRIBUTE_UNKNOWN', 'Did you mean "hairColor"?'],
  [file({ toString: 1 }), 'ATTRIBUTE_UNKNOWN', 'There is no attribute "toString"'],
  [file({ zzz: 1 }), 'ATTRIBUTE_UNKNOWN', 'There is: framing, '],
  [file({ yaw: 41 }), 'ATTRIBUTE_VALUE', '"yaw" is 41, but it has to be a number from -40 to 40.'],
  [file({ yaw: '3' }), 'ATTRIBUTE_VALUE', '"yaw" is "3", but it has to be a number'],
  [file({ yaw: null }), 'ATTRIBUTE_VALUE', '"yaw" is null, but it has to be a number'],
  [file({ framing: 'knee' }), 'ATTRIBUTE_VALUE', 'one of bust, full, chibi'],
  [file({ fang: 1 }), 'ATTRIBUTE_VALUE', 'true or false'],
  [file({ pose: 'flying' }), 'ATTRIBUTE_VALUE', 'one of standing, relaxed'],
  ['{"version":1', 'CHARACTER_INVALID', 'it is not JSON'],
  ['null', 'CHARACTER_INVALID', 'not a character'],
  [[], 'CHARACTER_INVALID', 'not a character'],
  [{ seed: 1, attributes: {} }, 'CHARACTER_INVALID', 'version'],
  [{ version: 1, seed: -1, attributes: {} }, 'CHARACTER_INVALID', 'seed'],
  [{ version: 1, seed: 0.5, attributes: {} }, 'CHARACTER_INVALID', 'seed'],
  [{ version: 1, seed: 1, attributes: {}, more: 1 }, 'CHARACTER_INVALID', 'more'],
  [{ version: 2, seed: 1, attributes: {} }, 'CHARACTER_TOO_NEW', 'Update Koma'],
])('%j is refused with a sentence', (source, code, message) => {
  const error = errorOf(source);
  expect(error.code).toBe(code);
  expect(error.message).toContain(message);
});

test('an attribute called __proto__ changes nothing but is refused', () => {
  const source = '{"version":1,"seed":1,"attributes":{"__proto__":{"hairColor":"pink"}}}';
  const character = (() => {
    try {
      return parseCharacter(source);
    } catch {
      return undefined;
    }
  })();
  expect(character?.hairColor ?? 'brown').toBe('brown');
  expect(({} as Record<string, unknown>)['hairColor']).toBeUndefined();
});
