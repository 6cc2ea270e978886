import { KomaError } from '@koma/core/errors';
import { parseParam, type LocalizedText, type ParamSpec, type ParamValue } from '@koma/core/plugin';
import { UsageError } from './usage-error.ts';

/** A flag that takes a path or other free text, which no operation's parameter does. */
export interface TextFlag {
  readonly type: 'free';
  readonly id: string;
  readonly label: LocalizedText;
  readonly hint?: LocalizedText;
  /** What the value is, in capitals, e.g. `PATH`. */
  readonly placeholder: string;
  /** May be given several times. */
  readonly repeatable?: boolean;
}

/** A flag of the command line: an operation's parameter, or one of our own described in the same way. */
export type FlagSpec = ParamSpec | TextFlag;

/** How a parameter is written on the command line: `hairColor` is `--hair-color`. */
export function flagName(spec: Pick<FlagSpec, 'id'>): string {
  return `--${spec.id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/**
 * Reads the text after a flag.
 * @throws UsageError naming the flag and what it takes
 */
export function parseFlagValue(spec: FlagSpec, text: string): ParamValue {
  if (spec.type === 'free') {
    if (text === '') throw new UsageError(`${flagName(spec)} must not be empty.`);
    return text;
  }
  try {
    return parseParam(spec, text);
  } catch (error) {
    if (error instanceof KomaError)
      throw new UsageError(`${flagName(spec)}: ${error.message}`, { cause: error });
    throw error;
  }
}
