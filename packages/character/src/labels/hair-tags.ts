import type { Character } from '../parameters/catalogue.ts';

type Tags = Readonly<Record<string, readonly string[]>>;

const backs: Tags = {
  bob: ['bob_cut'],
  hime: ['hime_cut'],
  wavy: ['wavy_hair'],
  twinTails: ['twintails'],
  lowTwinTails: ['twintails', 'low_twintails'],
  ponytail: ['ponytail'],
  sidePonytail: ['ponytail', 'side_ponytail'],
  drills: ['drill_hair', 'twin_drills'],
  braid: ['braid', 'single_braid'],
  twinBraids: ['braid', 'twin_braids'],
  bun: ['hair_bun', 'single_hair_bun'],
  twinBuns: ['hair_bun', 'double_bun'],
  pixie: ['pixie_cut'],
  spiky: ['spiky_hair'],
  wolf: ['wolf_cut'],
  curly: ['curly_hair'],
};

const fringes: Tags = {
  full: ['bangs'],
  blunt: ['bangs', 'blunt_bangs'],
  parted: ['bangs', 'parted_bangs'],
  centre: ['bangs', 'parted_bangs'],
  sweptLeft: ['bangs', 'swept_bangs'],
  sweptRight: ['bangs', 'swept_bangs'],
  mShape: ['bangs', 'hair_between_eyes'],
  wispy: ['bangs', 'wispy_bangs'],
  curtain: ['bangs', 'curtained_hair'],
  choppy: ['bangs', 'choppy_bangs'],
  veil: ['bangs', 'long_bangs'],
  spiky: ['bangs', 'spiked_bangs'],
  crossed: ['bangs', 'crossed_bangs'],
  slicked: ['hair_slicked_back', 'forehead'],
  curly: ['bangs', 'curly_bangs'],
  asymmetric: ['bangs', 'asymmetrical_bangs'],
};

const accents: Tags = {
  tips: ['multicolored_hair', 'colored_tips'],
  inner: ['multicolored_hair', 'colored_inner_hair'],
  streak: ['multicolored_hair', 'streaked_hair'],
};

/** Back hairs that are short whatever `hairLength` says. */
const short = new Set<Character['backHair']>(['short', 'bob', 'pixie', 'shortBoy', 'spiky']);
/** Those whose length does not show, because it is tied up. */
const tied = new Set<Character['backHair']>(['bun', 'twinBuns']);

/** Length, cut, fringe and locks. @param coloured whether the picture shows colours */
export function hairTags(character: Character, coloured: boolean): string[] {
  const { backHair, fringe, sideLocks, ahoge, hairAccent } = character;
  return [
    ...lengthTag(character),
    ...(backs[backHair] ?? []),
    ...(fringes[fringe] ?? []),
    ...(sideLocks === 'none' || sideLocks === 'short' ? [] : ['sidelocks']),
    ...(ahoge === 'none' ? [] : ['ahoge']),
    ...(ahoge === 'heart' ? ['heart_ahoge'] : []),
    ...(coloured ? (accents[hairAccent] ?? []) : []),
  ];
}

function lengthTag({ backHair, hairLength }: Character): string[] {
  if (tied.has(backHair)) return [];
  if (short.has(backHair)) return ['short_hair'];
  if (hairLength < 0.25) return ['medium_hair'];
  return hairLength > 0.8 ? ['long_hair', 'very_long_hair'] : ['long_hair'];
}
