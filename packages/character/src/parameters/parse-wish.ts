import { CharacterError } from '../character-error.ts';
import { attributes, describeValues } from './attribute-schema.ts';
import type { AttributeName } from './catalogue.ts';
import { checkAttributeName, checkAttributeValue } from './check-attribute.ts';
import type { Wish } from './sample-character.ts';

const RANGE = /^(.+?)\.\.(.+)$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/**
 * Reads a wish as people type it: `hairColor=pink`, `outfitColor=#3a7bd5`, `glasses=round`, `yaw=-10..10`,
 * `fang=true`.
 *
 * @throws CharacterError `ATTRIBUTE_UNKNOWN` or `ATTRIBUTE_VALUE`, naming the attribute and what it takes
 */
export function parseWish(text: string): { readonly name: AttributeName; readonly wish: Wish } {
  const equals = text.indexOf('=');
  const name = checkAttributeName(equals < 0 ? text : text.slice(0, equals).trim());
  const value = equals < 0 ? '' : text.slice(equals + 1).trim();
  if (value === '')
    throw new CharacterError(
      'ATTRIBUTE_VALUE',
      `Give "${name}" a value: ${name}=VALUE, which is ${describeValues(attributes[name])}.`,
      { attribute: name, value: '', allowed: describeValues(attributes[name]) },
    );
  return { name, wish: readWish(name, value) };
}

function readWish(name: AttributeName, text: string): Wish {
  const { kind } = attributes[name];
  if (kind === 'flag') {
    // Anything else stays text, which is no flag and is told so.
    const flags: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };
    return checkAttributeValue(name, Object.hasOwn(flags, text) ? flags[text] : text);
  }
  if (kind !== 'number') return checkAttributeValue(name, text);
  const range = RANGE.exec(text);
  if (range === null) return checkAttributeValue(name, readNumber(text));
  const [low, high] = [range[1]!, range[2]!].map(
    (part) => checkAttributeValue(name, readNumber(part.trim())) as number,
  );
  if (low! > high!)
    throw new CharacterError(
      'ATTRIBUTE_VALUE',
      `The range of "${name}" has to begin with its lower end: ${name}=${high}..${low}.`,
      { attribute: name, value: text, allowed: describeValues(attributes[name]) },
    );
  return { low: low!, high: high! };
}

/** The number, or the text itself where it is none, so that the message shows what was typed. */
const readNumber = (text: string): number | string => (NUMBER.test(text) ? Number(text) : text);
