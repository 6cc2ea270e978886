import { createHash } from 'node:crypto';
import {
  characterPalette,
  composePage,
  drawCharacter,
  finishPainter,
  pageToSvg,
  planPage,
  sampleCharacter,
  toSvg,
  type Character,
} from '../src/index.ts';

/** SHA-256 of SVG texts, shortened, by what they show. */
export type FixtureHashes = Readonly<Record<string, string>>;

const FRAMINGS = ['bust', 'full', 'chibi'] as const;
const FINISHES = ['cel', 'soft', 'tone', 'line'] as const;
/** Per framing and finish; all options come up in some. */
const SEEDS = 25;

/** Pages of manga, of all layouts. */
const PAGES = 12;

/** The hashes of pictures that must stay the same after every refactoring. */
export function fixtureHashes(): FixtureHashes {
  const hashes: Record<string, string> = {};
  for (const framing of FRAMINGS)
    for (const finish of FINISHES)
      for (let seed = 0; seed < SEEDS; seed++) {
        const character = sampleCharacter(seed * 7919, { spread: 'balanced', wishes: { framing, finish } });
        hashes[`${framing} ${finish} ${character.seed}`] = hashOf(character);
      }
  for (let seed = 0; seed < PAGES; seed++)
    hashes[`page ${seed}`] = shortHash(pageToSvg(composePage(planPage(seed))));
  return hashes;
}

function hashOf(character: Character): string {
  const svg = toSvg(drawCharacter(character), finishPainter(characterPalette(character), character));
  return shortHash(svg);
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
