import type { Character } from '@koma/character';

/**
 * What a language needs to tell a plot. Sentences have slots in braces: those of {@link facts} and lists of
 * `words`. A plot is an opening, a trouble and a hook.
 */
export interface Grammar {
  /** Given names, by gender; surnames come before or after by `fullName`. */
  readonly names: Readonly<Record<Character['gender'], readonly string[]>>;
  readonly surnames: readonly string[];
  fullName(given: string, surname: string): string;
  /** What is true of the character, by slot. */
  facts(character: Character, hair: string, eyes: string): Readonly<Record<string, string>>;
  readonly openings: readonly string[];
  readonly troubles: readonly string[];
  readonly hooks: readonly string[];
  /** Lists that a slot draws from. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** A word of the lists where it comes again. */
  again?(word: string): string;
  /** Puts right what slots make wrong, such as articles. */
  polish?(text: string): string;
  /** Between sentences. */
  readonly space: string;
}
