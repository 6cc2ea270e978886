import {
  attributes,
  catalogue,
  randomStream,
  sampleCharacter,
  type AttributeName,
  type Character,
  type RandomStream,
  type SamplingOptions,
} from '@koma/character';
import { colourNames, replaceColours } from './random-colours.ts';

/**
 * How the style picture's character relates to the target's: the same one in another pose, another one in
 * the same kind of clothes, or another one that shares nothing but the colours.
 */
export type PairMode = 'pose' | 'cast' | 'recolour';

/** Two characters in the same colours. */
export interface Pair {
  readonly mode: PairMode;
  /** Whose sketch is to be coloured. */
  readonly target: Character;
  /** Whose picture shows the colours. */
  readonly style: Character;
}

type Spread = NonNullable<SamplingOptions['spread']>;

const BALANCED = 0.5;
const NO_BACKGROUND = 0.6;
const SOFT = 0.25;
const RANDOM_COLOUR = 0.35;
/** How often the same character is seen in another framing. */
const OTHER_FRAMING = 0.4;

const grounds = catalogue.background.options.filter((kind) => kind !== 'none');

const ofGroup = (group: string): AttributeName[] =>
  (Object.keys(attributes) as AttributeName[]).filter((name) => attributes[name].group === group);

/** What changes from one picture of a character to the next. Fangs stay. */
const MOVING: readonly AttributeName[] = [
  ...ofGroup('pose'),
  ...ofGroup('expression').filter((name) => name !== 'fang'),
  'light',
  'zoom',
  'shift',
];

/** What decides the colours of a picture: hair of two colours shows both, and the era tints them all. */
export const colouring: readonly AttributeName[] = [...colourNames, 'hairAccent', 'year', 'finish'];

/** What somebody wears, but for hats and trinkets. */
const clothes: readonly AttributeName[] = ofGroup('clothes');

/** The pair of a seed; nothing else goes into it. */
export function samplePair(seed: number): Pair {
  const random = randomStream(seed, 'pair');
  const share = random.next();
  const mode = share < 0.5 ? 'pose' : share < 0.75 ? 'cast' : 'recolour';
  const spread = random.chance(BALANCED) ? 'balanced' : 'natural';
  const target = sampleTarget(seed, spread, random);
  return { mode, target, style: sampleStyle(mode, target, spread, random) };
}

function sampleTarget(seed: number, spread: Spread, random: RandomStream): Character {
  const sampled = sampleCharacter(seed, {
    spread,
    wishes: {
      framing: sampleFraming(random),
      background: random.chance(NO_BACKGROUND) ? 'none' : random.pick(grounds),
      finish: random.chance(SOFT) ? 'soft' : 'cel',
    },
  });
  return { ...sampled, ...replaceColours(sampled, seed, RANDOM_COLOUR) };
}

function sampleStyle(mode: PairMode, target: Character, spread: Spread, random: RandomStream): Character {
  const framing = sampleFraming(random);
  const ownGround = random.chance(0.5) ? 'none' : random.pick(grounds);
  const others = catalogue.outfit.options.filter((outfit) => outfit !== target.outfit);
  const outfit = random.pick(others);
  const reframed = random.chance(OTHER_FRAMING)
    ? random.pick(catalogue.framing.options.filter((option) => option !== target.framing))
    : target.framing;
  const other = sampleCharacter(random.whole(0, 0x7fff_ffff), { spread, wishes: { framing, outfit } });
  // A background that the target does not have is nothing that could be learned from.
  const background = target.background === 'none' ? ownGround : target.background;
  if (mode === 'pose') return { ...target, ...only(other, MOVING), framing: reframed, background };
  const shared = mode === 'cast' ? [...colouring, ...clothes] : colouring;
  return { ...other, ...only(target, shared), background };
}

/** Some of a character's attributes. */
function only(character: Character, names: readonly AttributeName[]): Partial<Character> {
  return Object.fromEntries(names.map((name) => [name, character[name]]));
}

function sampleFraming(random: RandomStream): Character['framing'] {
  const share = random.next();
  return share < 0.45 ? 'bust' : share < 0.87 ? 'full' : 'chibi';
}
