/** The panels of the attribute catalogue, and what breeding two characters mixes group by group. */
export type AttributeGroup =
  | 'picture'
  | 'person'
  | 'face'
  | 'eyes'
  | 'expression'
  | 'hair'
  | 'pose'
  | 'clothes'
  | 'accessories'
  | 'finish';

interface AttributeBase {
  readonly group: AttributeGroup;
  /** What a new character has where nobody says anything. */
  readonly default: unknown;
}

/** One of several named values. */
export interface ChoiceAttribute<T extends string = string> extends AttributeBase {
  readonly kind: 'choice';
  readonly options: readonly T[];
  readonly default: T;
  /** How often each option comes up in natural sampling, in the order of `options`; all equal if absent. */
  readonly weights?: readonly number[];
}

/** A number in a range. */
export interface NumberAttribute extends AttributeBase {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** The range of natural sampling where it is narrower than what is allowed. */
  readonly usual?: readonly [low: number, high: number];
}

/** Yes or no. */
export interface FlagAttribute extends AttributeBase {
  readonly kind: 'flag';
  readonly default: boolean;
  /** How often it is set in natural sampling, 0 to 1. */
  readonly probability: number;
}

/** A named colour of a swatch list, or any `#rrggbb`. */
export interface ColourAttribute extends AttributeBase {
  readonly kind: 'colour';
  readonly swatches: Readonly<Record<string, string>>;
  readonly default: string;
  readonly weights?: readonly number[];
}

/** What is known of one attribute: how it is shown, checked and sampled. */
export type Attribute = ChoiceAttribute | NumberAttribute | FlagAttribute | ColourAttribute;

/** The type of an attribute's value. */
export type ValueOf<A> = A extends { kind: 'choice'; options: readonly (infer T)[] }
  ? T
  : A extends { kind: 'number' }
    ? number
    : A extends { kind: 'flag' }
      ? boolean
      : string;
