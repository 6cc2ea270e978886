import { CharacterError, parseWish, type AttributeName, type Wish } from '@koma/character';
import { UsageError } from '../usage-error.ts';

/** Wishes by the attribute's name. */
export type Wishes = Readonly<Partial<Record<AttributeName, Wish>>>;

/**
 * Reads what stood after `--set`.
 * @throws UsageError naming the attribute and what it takes
 */
export function readWishes(texts: readonly string[]): Wishes {
  const wishes: Partial<Record<AttributeName, Wish>> = {};
  for (const text of texts) {
    try {
      const { name, wish } = parseWish(text);
      if (wishes[name] !== undefined) throw new UsageError(`--set ${name} is given twice.`);
      wishes[name] = wish;
    } catch (error) {
      if (error instanceof CharacterError) throw new UsageError(`--set: ${error.message}`, { cause: error });
      throw error;
    }
  }
  return wishes;
}
