import type { Character } from '../parameters/catalogue.ts';

/** How an eye is drawn when it is not simply open. */
export type LidState = 'open' | 'happy' | 'shut';

/** The shapes of mouths; see `mouth.ts`. */
export type MouthShape =
  | 'line'
  | 'smile'
  | 'catSmile'
  | 'grin'
  | 'open'
  | 'laugh'
  | 'shout'
  | 'frown'
  | 'wavy'
  | 'pout'
  | 'smirk'
  | 'small'
  | 'teeth';

/** What a face does, taken apart. */
export interface Expression {
  /** How far the lids are open, 0 to 1.15. */
  readonly lids: number;
  readonly lidLeft: LidState;
  readonly lidRight: LidState;
  /** Iris size: below 1 for shock. */
  readonly iris: number;
  /** How high the brows are, head units up. */
  readonly browRaise: number;
  /** Degrees: positive lowers the inner ends (anger), negative raises them (sorrow). */
  readonly browAngle: number;
  readonly mouth: MouthShape;
  /** How far the mouth is open, 0 to 1. */
  readonly mouthOpen: number;
  /** Corners of the mouth: -1 down, 1 up. */
  readonly smile: number;
  /** Added to the character's own blush. */
  readonly blush: number;
  readonly tears: 'none' | 'welling' | 'running';
  readonly sweat: boolean;
}

const calm: Expression = {
  lids: 1,
  lidLeft: 'open',
  lidRight: 'open',
  iris: 1,
  browRaise: 0,
  browAngle: 0,
  mouth: 'line',
  mouthOpen: 0,
  smile: 0.1,
  blush: 0,
  tears: 'none',
  sweat: false,
};

const expressions: Readonly<Record<Character['expression'], Partial<Expression>>> = {
  neutral: { smile: 0 },
  smile: { mouth: 'smile', smile: 0.8, browRaise: 1.5 },
  grin: { mouth: 'grin', smile: 1, mouthOpen: 0.45, browRaise: 2 },
  happy: {
    lidLeft: 'happy',
    lidRight: 'happy',
    mouth: 'open',
    smile: 1,
    mouthOpen: 0.42,
    browRaise: 4,
    blush: 0.25,
  },
  laugh: {
    lidLeft: 'happy',
    lidRight: 'happy',
    mouth: 'laugh',
    smile: 1,
    mouthOpen: 1,
    browRaise: 3,
    blush: 0.2,
  },
  wink: { lidLeft: 'happy', mouth: 'catSmile', smile: 1, mouthOpen: 0.3, browRaise: 3 },
  angry: { lids: 0.86, browAngle: 19, browRaise: -6, mouth: 'frown', smile: -0.8, iris: 0.94 },
  sad: { lids: 0.84, browAngle: -15, browRaise: 1, mouth: 'frown', smile: -0.6, iris: 1.02 },
  crying: {
    lids: 0.8,
    browAngle: -18,
    browRaise: 2,
    mouth: 'wavy',
    smile: -0.7,
    mouthOpen: 0.4,
    tears: 'running',
    blush: 0.35,
  },
  surprised: { lids: 1.05, browRaise: 8, mouth: 'small', mouthOpen: 0.7, iris: 0.86 },
  embarrassed: {
    lids: 0.93,
    browAngle: -10,
    browRaise: 1,
    mouth: 'wavy',
    smile: -0.1,
    blush: 0.9,
    sweat: true,
  },
  smug: { lids: 0.66, browAngle: 5, browRaise: 1, mouth: 'smirk', smile: 0.9 },
  sleepy: { lids: 0.52, browAngle: -6, browRaise: 1, mouth: 'small', mouthOpen: 0.18, iris: 1 },
  pout: { lids: 0.88, browAngle: 9, browRaise: -3, mouth: 'pout', smile: -0.4, blush: 0.4 },
  shout: { lids: 1.0, browAngle: 17, browRaise: -3, mouth: 'shout', smile: -0.2, mouthOpen: 1, iris: 0.88 },
  scared: {
    lids: 1.03,
    browAngle: -17,
    browRaise: 5,
    mouth: 'teeth',
    smile: -0.5,
    mouthOpen: 0.5,
    iris: 0.72,
    sweat: true,
  },
};

/** Mouths that stay as they are when `openMouth` is raised. */
const alreadyOpen = new Set<MouthShape>(['open', 'laugh', 'shout', 'grin', 'teeth']);

/** The expression of a character, with `openMouth` laid over it. */
export function expressionOf(character: Character): Expression {
  const named = { ...calm, ...expressions[character.expression] };
  const open = character.openMouth;
  if (open < 0.2 || alreadyOpen.has(named.mouth)) return named;
  const mouth =
    named.smile >= 0.5 ? 'open' : named.mouth === 'small' || named.mouth === 'wavy' ? named.mouth : 'small';
  return { ...named, mouth, mouthOpen: Math.max(named.mouthOpen, open) };
}
