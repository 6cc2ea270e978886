import { randomStream } from '../random/random-stream.ts';
import type { Attribute } from './attribute.ts';
import { boyWeights } from './boy-weights.ts';
import { catalogue, type AttributeName, type Character } from './catalogue.ts';

/** A wish for one attribute: a value, or for numbers a range to sample from. */
export type Wish = string | number | boolean | { readonly low: number; readonly high: number };

/** How values are drawn. */
export interface SamplingOptions {
  /**
   * `natural`: as often as artists draw them. `balanced`: every option of a choice equally often and the
   * whole range of numbers, as training data wants it.
   */
  readonly spread?: 'natural' | 'balanced';
  /** What is not left to chance. */
  readonly wishes?: Readonly<Partial<Record<AttributeName, Wish>>> & Pick<Character, 'jointAngles'>;
}

/**
 * A character by chance: the same seed and options always give the same one. Each attribute draws from
 * a stream of its own, so fixing one changes no other; only the gender changes how often others come up.
 */
export function sampleCharacter(seed: number, options: SamplingOptions = {}): Character {
  const { spread = 'natural', wishes = {} } = options;
  const character: Record<string, unknown> = { seed };
  for (const [name, attribute] of Object.entries(catalogue) as [AttributeName, Attribute][]) {
    const wish = wishes[name];
    character[name] =
      wish === undefined
        ? sampleAttribute(seed, name, attribute, spread, character['gender'] === 'boy')
        : typeof wish === 'object'
          ? randomStream(seed, `attribute ${name}`).between(wish.low, wish.high)
          : wish;
  }
  if (wishes.jointAngles !== undefined) character['jointAngles'] = wishes.jointAngles;
  return character as unknown as Character;
}

/** One attribute's value; the picture's framing does not vary unless somebody wishes it. */
function sampleAttribute(
  seed: number,
  name: AttributeName,
  attribute: Attribute,
  spread: 'natural' | 'balanced',
  boy: boolean,
): string | number | boolean {
  if (name === 'framing') return attribute.default as string;
  const random = randomStream(seed, `attribute ${name}`);
  if (attribute.kind === 'flag') return random.chance(spread === 'balanced' ? 0.5 : attribute.probability);
  if (attribute.kind === 'number') {
    const [low, high] =
      spread === 'balanced'
        ? [attribute.min, attribute.max]
        : (attribute.usual ?? [attribute.min, attribute.max]);
    // Adding 0 makes -0, which JSON does not know, 0.
    return Math.round(random.between(low, high) * 1000) / 1000 + 0;
  }
  const options = attribute.kind === 'choice' ? attribute.options : Object.keys(attribute.swatches);
  if (spread === 'balanced') return random.pick(options);
  // The catalogue comes first to `gender`, so it is known here.
  const boys = boy ? boyWeights[name] : undefined;
  const weights = options.map((option, index) => boys?.[option] ?? attribute.weights?.[index] ?? 1);
  return pickWeighted(options, weights, random.next());
}

/** The option in whose share of the total weight the fraction `at` (0 to 1) falls. */
function pickWeighted(options: readonly string[], weights: readonly number[], at: number): string {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let rest = at * total;
  for (const [index, option] of options.entries()) {
    rest -= weights[index] ?? 0;
    if (rest < 0) return option;
  }
  return options[0] as string;
}
