import { z } from 'zod';
import { checkJointAngles, JOINT_ANGLES } from '../body/joint-angles.ts';
import { CharacterError } from '../character-error.ts';
import type { AttributeName, Character } from './catalogue.ts';
import { checkAttributeName, checkAttributeValue } from './check-attribute.ts';
import { defaultCharacter } from './default-character.ts';

z.config({ jitless: true });

/** The version of the file format that this Koma writes, and the newest one that it reads. */
export const CHARACTER_VERSION = 1;

/** What a file says about a character: checked, but not every attribute has to be there. */
export interface CharacterFile {
  readonly version: number;
  readonly seed: number;
  readonly attributes: Readonly<
    Partial<Record<AttributeName | typeof JOINT_ANGLES, string | number | boolean>>
  >;
}

const fileSchema = z.strictObject({
  version: z.literal(CHARACTER_VERSION),
  seed: z.int().min(0),
  attributes: z.record(z.string(), z.unknown()),
});

/**
 * Reads and checks a character file; attributes that it does not mention stay absent.
 *
 * @param source JSON text, or what was parsed from it.
 * @throws CharacterError `CHARACTER_INVALID`, `CHARACTER_TOO_NEW`, `ATTRIBUTE_UNKNOWN` or `ATTRIBUTE_VALUE`
 */
export function readCharacterFile(source: unknown): CharacterFile {
  const json = typeof source === 'string' ? parseJson(source) : source;
  const version = (json as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > CHARACTER_VERSION)
    throw new CharacterError(
      'CHARACTER_TOO_NEW',
      `This character was saved by a newer version of Koma (format ${version}; this one reads up to ${CHARACTER_VERSION}). Update Koma and open it again.`,
      { version, supported: CHARACTER_VERSION },
    );
  const file = fileSchema.safeParse(json);
  if (!file.success) {
    const [issue] = file.error.issues;
    const place = issue!.path.length > 0 ? `${issue!.path.join('.')}: ` : '';
    throw new CharacterError(
      'CHARACTER_INVALID',
      `This is not a character: it takes {"version": ${CHARACTER_VERSION}, "seed": 7, "attributes": {…}} (${place}${issue!.message}).`,
    );
  }
  const attributes: Record<string, string | number | boolean> = {};
  for (const [given, value] of Object.entries(file.data.attributes)) {
    if (given === JOINT_ANGLES) {
      attributes[given] = checkJointAngles(value);
      continue;
    }
    const name = checkAttributeName(given);
    attributes[name] = checkAttributeValue(name, value);
  }
  return { version: file.data.version, seed: file.data.seed, attributes };
}

/** A whole character from what a file says: what is missing has its default. */
export function repairCharacter(file: CharacterFile): Character {
  return { ...defaultCharacter(file.seed), ...file.attributes } as Character;
}

/**
 * The character in a file: read, checked and completed.
 *
 * @param source JSON text, or what was parsed from it.
 * @throws CharacterError that names the attribute and says what is allowed
 */
export function parseCharacter(source: unknown): Character {
  return repairCharacter(readCharacterFile(source));
}

/** A character as JSON text on one line, in the catalogue's order; {@link parseCharacter} reads it. */
export function serializeCharacter(character: Character): string {
  const { seed, jointAngles, ...values } = character;
  const attributes = Object.fromEntries(
    Object.keys(defaultCharacter()).flatMap((name) =>
      name === 'seed' ? [] : [[name, values[name as AttributeName]] as const],
    ),
  );
  const all = jointAngles === undefined ? attributes : { ...attributes, jointAngles };
  return JSON.stringify({ version: CHARACTER_VERSION, seed, attributes: all });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CharacterError(
      'CHARACTER_INVALID',
      `This is not a character: it is not JSON (${reason}).`,
      {},
      { cause: error },
    );
  }
}
