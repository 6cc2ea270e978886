import {
  eyeColours,
  hairColours,
  nearestSwatch,
  randomStream,
  type Character,
  type RandomStream,
} from '@koma/character';
import type { Locale } from '@koma/core/plugin';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import type { Grammar } from './grammar.ts';
import { japanese } from './japanese.ts';

/** The grammars by language. */
export const grammars: Readonly<Record<Locale, Grammar>> = { en: english, ja: japanese, 'zh-Hans': chinese };

/** A slot: `{rival}`, or `{they^}` with a capital. */
const SLOT = /\{(\w+)(\^?)\}/g;

/**
 * A name and a plot of three sentences. The name follows the seed and the gender, so that somebody keeps
 * it in other poses and clothes; the plot also what it tells of: hair, eyes, outfit, expression and era.
 */
export function tellBlurb(character: Character, locale: Locale): { name: string; plot: string } {
  const grammar = grammars[locale] ?? english;
  const hair = nearestSwatch(character.hairColor, hairColours);
  const eyes = nearestSwatch(character.eyeColor, eyeColours);
  const { seed, gender, outfit, expression, age } = character;
  const naming = randomStream(seed, `name ${gender}`);
  const name = grammar.fullName(naming.pick(grammar.names[gender]), naming.pick(grammar.surnames));
  const random = randomStream(seed, `plot ${[gender, age, outfit, expression, hair, eyes].join(' ')}`);
  const facts: Readonly<Record<string, string>> = { ...grammar.facts(character, hair, eyes), name };
  const words = oneOfEach(grammar.words, random);
  const told = new Set<string>();
  const fill = (sentence: string): string => {
    const text = sentence.replace(SLOT, (_, slot: string, capital: string) => {
      const fact = facts[slot];
      const word = fact ?? words[slot];
      if (word === undefined) throw new Error(`There are no words for {${slot}}.`);
      const again = fact === undefined && told.has(slot);
      told.add(slot);
      const value = again ? (grammar.again?.(word) ?? word) : word;
      return capital ? capitalized(value) : value;
    });
    return capitalized(text);
  };
  const plot = [grammar.openings, grammar.troubles, grammar.hooks]
    .map((sentences) => fill(random.pick(sentences)))
    .join(grammar.space);
  return { name, plot: grammar.polish?.(plot) ?? plot };
}

/** One word of every list: a slot that comes again is the same thing again. */
function oneOfEach(words: Grammar['words'], random: RandomStream): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).map(([slot, list]) => [slot, random.pick(list)]));
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
