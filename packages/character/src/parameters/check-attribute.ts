import { CharacterError } from '../character-error.ts';
import { attributes, describeValues, valueSchemas } from './attribute-schema.ts';
import type { AttributeName } from './catalogue.ts';

/**
 * The name as one of the catalogue.
 * @throws CharacterError `ATTRIBUTE_UNKNOWN`, naming the nearest one there is
 */
export function checkAttributeName(name: string): AttributeName {
  if (Object.hasOwn(attributes, name)) return name as AttributeName;
  const nearest = nearestName(name);
  const hint =
    nearest === undefined ? `There is: ${Object.keys(attributes).join(', ')}.` : `Did you mean "${nearest}"?`;
  throw new CharacterError('ATTRIBUTE_UNKNOWN', `There is no attribute "${shorten(name)}". ${hint}`, {
    attribute: shorten(name),
    ...(nearest !== undefined && { nearest }),
  });
}

/**
 * A value as its attribute keeps it.
 * @throws CharacterError `ATTRIBUTE_VALUE`, saying what is allowed
 */
export function checkAttributeValue(name: AttributeName, value: unknown): string | number | boolean {
  const result = valueSchemas.get(name)?.safeParse(value);
  if (result?.success) return result.data;
  const given = typeof value === 'string' ? `"${shorten(value)}"` : shorten(String(JSON.stringify(value)));
  const allowed = describeValues(attributes[name]);
  throw new CharacterError('ATTRIBUTE_VALUE', `"${name}" is ${given}, but it has to be ${allowed}.`, {
    attribute: name,
    value: shorten(String(value)),
    allowed,
  });
}

/** Messages stay readable whatever somebody puts into a file. */
const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** The attribute whose name takes the fewest edits, if that is at most a third of its letters. */
function nearestName(name: string): AttributeName | undefined {
  if (name.length > 40) return undefined;
  let best: AttributeName | undefined;
  let fewest = Infinity;
  for (const candidate of Object.keys(attributes) as AttributeName[]) {
    const edits = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest && edits * 3 <= candidate.length) [best, fewest] = [candidate, edits];
  }
  return best;
}

/** Letters to insert, delete or replace to make one text the other (Levenshtein 1966). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
