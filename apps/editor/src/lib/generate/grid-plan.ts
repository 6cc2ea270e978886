import type {
  AttributeSpec,
  GeneratorOptions,
  GeneratorRequest,
  GeneratorSpec,
  LocalizedText,
  OptionValue,
  Wishes,
} from '@koma/core/plugin';
import { varyGroups } from './wishes.ts';

/** What a grid shows. */
export type GridSource =
  /** Anything that meets the wishes. */
  | { readonly kind: 'random' }
  /** One picture with some of its groups left to chance: other poses, other people, a step of the wizard. */
  | { readonly kind: 'groups'; readonly of: GeneratorOptions; readonly groups: readonly string[] }
  /** Near relatives of one picture. */
  | {
      readonly kind: 'vary';
      readonly of: GeneratorOptions;
      readonly strength: number;
      readonly keep: readonly string[];
    }
  /** One picture with every value of an attribute. */
  | { readonly kind: 'values'; readonly of: GeneratorOptions; readonly attribute: string }
  /** Children of two pictures. */
  | {
      readonly kind: 'breed';
      readonly a: GeneratorOptions;
      readonly b: GeneratorOptions;
      readonly shares: Readonly<Record<string, number>>;
    };

/** How a cell gets its options: they are there, or the generator is asked for them. */
export type CellPlan = { readonly caption?: LocalizedText } & (
  | { readonly ask: undefined; readonly options: GeneratorOptions }
  | { readonly ask: 'sample'; readonly request: GeneratorRequest<'sample'> }
  | { readonly ask: 'vary'; readonly request: GeneratorRequest<'vary'> }
  | { readonly ask: 'breed'; readonly request: GeneratorRequest<'breed'> }
);

/** Seeds are whole numbers below this, so that everything that counts with 32 bits takes them. */
export const SEED_LIMIT = 2 ** 31;

/** The seed of a cell; neighbours in the grid are neighbours as numbers, which are easy to write down. */
export function cellSeed(seed: number, index: number): number {
  return (seed + index) % SEED_LIMIT;
}

/**
 * How each cell of a grid comes by its picture: the same source, wishes and seed give the same grid.
 * @param count cells, where the source does not say how many there are
 */
export function planGrid(
  spec: GeneratorSpec,
  source: GridSource,
  wishes: Wishes,
  seed: number,
  count: number,
): CellPlan[] {
  if (source.kind === 'values') {
    const attribute = spec.attributes.find(({ id }) => id === source.attribute);
    return valuesOf(attribute, count).map(({ value, label }) => ({
      ask: undefined,
      options: { ...source.of, [source.attribute]: value },
      ...(label ? { caption: label } : {}),
    }));
  }
  return Array.from({ length: count }, (_, index) => planCell(spec, source, wishes, cellSeed(seed, index)));
}

function planCell(
  spec: GeneratorSpec,
  source: Exclude<GridSource, { kind: 'values' }>,
  wishes: Wishes,
  seed: number,
): CellPlan {
  switch (source.kind) {
    case 'random':
      return { ask: 'sample', request: { seed, wishes } };
    case 'groups':
      return {
        ask: 'sample',
        request: { seed, wishes: varyGroups(spec, source.of, source.groups, wishes) },
      };
    case 'vary':
      return {
        ask: 'vary',
        request: { options: source.of, strength: source.strength, seed, keep: source.keep },
      };
    case 'breed':
      return { ask: 'breed', request: { a: source.a, b: source.b, shares: source.shares, seed } };
  }
}

interface ShownValue {
  readonly value: OptionValue;
  readonly label?: LocalizedText;
}

/** The values of an attribute that are worth a picture each: all of a choice, some of a range. */
function valuesOf(attribute: AttributeSpec | undefined, count: number): readonly ShownValue[] {
  switch (attribute?.type) {
    case 'choice':
    case 'colour':
      return attribute.options;
    case 'boolean':
      return [{ value: false }, { value: true, label: attribute.label }];
    case 'number':
      return numbersOf(attribute, count);
    default:
      return [];
  }
}

function numbersOf(
  { min, max, step }: Extract<AttributeSpec, { type: 'number' }>,
  count: number,
): readonly ShownValue[] {
  // As many decimals as the step has.
  const decimals = String(step).split('.')[1]?.length ?? 0;
  return Array.from({ length: count }, (_, index) => {
    const exact = min + ((max - min) * index) / Math.max(1, count - 1);
    const value = Number(exact.toFixed(decimals)) + 0;
    return { value, label: { en: String(value) } };
  });
}
