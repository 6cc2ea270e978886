import { KomaError } from '../errors.ts';
import type { Parameterised, ParamSpec } from './manifest.ts';
import { COLOR_PARAM, MAX_SEED, MAX_TEXT_PARAM } from './param-limits.ts';

/** Line breaks and other characters that no single line has. */
const CONTROL = /\p{Cc}/u;

export type ParamValue = string | number | boolean;
/** Complete, validated parameter values by id; a parameter of an unused exclusive member is absent. */
export type ParamValues = Readonly<Record<string, ParamValue>>;

/**
 * Turns what a person or a script gave into the values that an operation receives: unknown names are
 * refused, ranges checked, defaults filled in, and of every exclusive group only one member is kept.
 *
 * @param given values by parameter id; `undefined` counts as not given
 * @throws KomaError `PARAMETER_INVALID`
 */
export function resolveParams(
  operation: Parameterised,
  given: Readonly<Record<string, ParamValue | undefined>>,
): ParamValues {
  const specs = new Map(operation.params.map((spec) => [spec.id, spec]));
  const values: Record<string, ParamValue> = {};
  for (const [id, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const spec = specs.get(id);
    if (!spec) throw invalid(id, `There is no setting "${id}" in ${operation.title.en}.`);
    values[id] = checkParam(spec, value);
  }
  const unused = unusedExclusiveParams(operation, values);
  for (const spec of operation.params) {
    if (values[spec.id] === undefined && spec.default !== undefined && !unused.has(spec.id))
      values[spec.id] = spec.default;
  }
  return values;
}

/**
 * Checks one value against its description.
 * @throws KomaError `PARAMETER_INVALID`
 */
export function checkParam(spec: ParamSpec, value: ParamValue): ParamValue {
  switch (spec.type) {
    case 'boolean':
      if (typeof value !== 'boolean') throw invalid(spec.id, `${spec.label.en} is either on or off.`);
      return value;
    case 'choice': {
      const option = spec.options.find((candidate) => candidate.value === value);
      if (!option) {
        const allowed = spec.options.map((candidate) => candidate.value).join(', ');
        throw invalid(spec.id, `${spec.label.en} can be ${allowed}, not ${value}.`);
      }
      return option.value;
    }
    case 'color':
      if (typeof value !== 'string' || !COLOR_PARAM.test(value.toLowerCase()))
        throw invalid(spec.id, `${spec.label.en} has to be a colour such as #ff8800.`);
      return value.toLowerCase();
    case 'seed':
      if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > MAX_SEED)
        throw invalid(spec.id, `${spec.label.en} has to be a whole number between 0 and ${MAX_SEED}.`);
      return value;
    case 'text': {
      const limit = spec.maxLength ?? MAX_TEXT_PARAM;
      if (typeof value !== 'string' || value.length > limit || CONTROL.test(value))
        throw invalid(spec.id, `${spec.label.en} has to be one line of at most ${limit} characters.`);
      return value;
    }
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value))
        throw invalid(spec.id, `${spec.label.en} has to be a number.`);
      if (spec.integer && !Number.isInteger(value))
        throw invalid(spec.id, `${spec.label.en} has to be a whole number.`);
      if (value < spec.min || value > spec.max) {
        throw invalid(
          spec.id,
          `${spec.label.en} has to be between ${spec.min} and ${spec.max}, not ${value}.`,
        );
      }
      return value;
    }
  }
}

/** Reads a value from text, as typed on a command line or into a field. */
export function parseParam(spec: ParamSpec, text: string): ParamValue {
  if (spec.type === 'number' || spec.type === 'seed')
    return checkParam(spec, text.trim() === '' ? NaN : Number(text));
  if (spec.type === 'color' || spec.type === 'text') return checkParam(spec, text);
  if (spec.type === 'boolean') {
    if (text !== 'true' && text !== 'false')
      throw invalid(spec.id, `${spec.label.en} is either true or false.`);
    return text === 'true';
  }
  const option = spec.options.find((candidate) => String(candidate.value) === text);
  return checkParam(spec, option ? option.value : text);
}

/** True while the parameter's `showIf` condition holds for the values. */
export function isParamShown(
  spec: ParamSpec,
  values: Readonly<Record<string, ParamValue | undefined>>,
): boolean {
  if (!spec.showIf) return true;
  const value = values[spec.showIf.param];
  return value !== undefined && spec.showIf.is.includes(value);
}

function unusedExclusiveParams(operation: Parameterised, values: Record<string, ParamValue>): Set<string> {
  const unused = new Set<string>();
  for (const group of operation.exclusive ?? []) {
    const given = group.members.filter((member) => member.params.some((id) => values[id] !== undefined));
    if (given.length > 1) {
      const names = given.map((member) => member.params.find((id) => values[id] !== undefined)).join(' and ');
      throw invalid(group.id, `Give only one of ${names}: they set the same thing.`);
    }
    const kept = given[0] ?? group.members[0];
    for (const member of group.members) if (member !== kept) for (const id of member.params) unused.add(id);
  }
  return unused;
}

function invalid(param: string, message: string): KomaError {
  return new KomaError('PARAMETER_INVALID', message, { param });
}
