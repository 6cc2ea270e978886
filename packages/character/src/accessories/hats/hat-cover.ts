import type { Character } from '../../parameters/catalogue.ts';

/** What of a head a hat leaves no room for. */
export interface HatCover {
  /** The whole top of the head: no spikes, buns or high tails stand out there. */
  readonly crown: boolean;
  readonly ahoge: boolean;
  readonly horns: boolean;
  readonly animalEars: boolean;
  /** Long hair and tails: they are inside it. */
  readonly backHair: boolean;
  /** Ornaments that would lie beneath it. */
  readonly hairOrnament: ReadonlySet<Character['hairOrnament']>;
}

const nothing: HatCover = {
  crown: false,
  ahoge: false,
  horns: false,
  animalEars: false,
  backHair: false,
  hairOrnament: new Set(),
};
const top: HatCover = {
  crown: true,
  ahoge: true,
  horns: true,
  animalEars: true,
  backHair: false,
  hairOrnament: new Set(['bow', 'hairband', 'frill', 'wreath', 'flower', 'bell']),
};
const all = new Set([
  'pin',
  'cross',
  'flower',
  'star',
  'bow',
  'bows',
  'hairband',
  'frill',
  'wreath',
  'bell',
] as const);

/** What a hat covers, so that others need not draw it. */
export function hatCovers(hat: Character['hat']): HatCover {
  if (hat === 'none') return nothing;
  // A crown stands on the hair: only what grows from the very top is in its way.
  if (hat === 'crown')
    return {
      ...nothing,
      ahoge: true,
      hairOrnament: new Set(['bow', 'hairband', 'frill', 'wreath']),
    };
  if (hat === 'hood') return { ...top, backHair: true, hairOrnament: all };
  return top;
}
