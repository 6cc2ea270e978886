import { z } from 'zod';
import { condition, identifier, localizedText } from './manifest-fields.ts';
import { COLOR_PARAM, MAX_SEED, MAX_TEXT_PARAM } from './param-limits.ts';

const paramBase = {
  id: identifier,
  label: localizedText,
  hint: localizedText.optional(),
  /** Folded away under "Advanced" in the panel. */
  advanced: z.boolean().optional(),
  showIf: condition.optional(),
};

/** The schema of one parameter. */
export const param = z.discriminatedUnion('type', [
  z.strictObject({
    ...paramBase,
    type: z.literal('choice'),
    options: z
      .array(z.strictObject({ value: z.union([z.string(), z.number()]), label: localizedText }))
      .min(1),
    default: z.union([z.string(), z.number()]),
  }),
  z.strictObject({
    ...paramBase,
    type: z.literal('number'),
    /** `true`: whole numbers only. */
    integer: z.boolean().optional(),
    min: z.number(),
    max: z.number(),
    step: z.number().positive().optional(),
    unit: z.enum(['px', '%', '']).optional(),
    /** Absent: the parameter is unset until somebody sets it. */
    default: z.number().optional(),
  }),
  z.strictObject({ ...paramBase, type: z.literal('boolean'), default: z.boolean() }),
  /** A colour, `#rrggbb` in lower case, sRGB. */
  z.strictObject({
    ...paramBase,
    type: z.literal('color'),
    default: z.string().regex(COLOR_PARAM, 'a colour such as #ff8800'),
  }),
  /** What chance draws from; the panel has a button that throws the dice. */
  z.strictObject({
    ...paramBase,
    type: z.literal('seed'),
    default: z.int().min(0).max(MAX_SEED),
  }),
  /** One line of text. */
  z.strictObject({
    ...paramBase,
    type: z.literal('text'),
    /** Characters; {@link MAX_TEXT_PARAM} where absent. */
    maxLength: z.int().positive().max(MAX_TEXT_PARAM).optional(),
    default: z.string().max(MAX_TEXT_PARAM),
  }),
]);

/** One parameter of an operation, from which panel, command-line flag and validation are drawn. */
export type ParamSpec = z.infer<typeof param>;
export type ChoiceParam = Extract<ParamSpec, { type: 'choice' }>;
export type NumberParam = Extract<ParamSpec, { type: 'number' }>;
export type TextParam = Extract<ParamSpec, { type: 'text' }>;

/** The schema of parameters that replace each other. */
export const exclusiveGroup = z.strictObject({
  id: identifier,
  label: localizedText,
  /** Exactly one member is in force at a time: the first unless another's parameters are given. */
  members: z.array(z.strictObject({ label: localizedText, params: z.array(identifier).min(1) })).min(2),
});

/** Whatever has parameters: an operation or an exporter. */
export interface Parameterised {
  readonly title: z.infer<typeof localizedText>;
  readonly params: readonly ParamSpec[];
  readonly exclusive?: readonly z.infer<typeof exclusiveGroup>[] | undefined;
}

/** What is wrong about parameters whose fields are right by themselves, as sentences. @param owner "operation blur" */
export function paramIssues(owner: string, { params, exclusive = [] }: Parameterised): string[] {
  const ids = new Set(params.map((spec) => spec.id));
  const issues: string[] = [];
  if (ids.size !== params.length) issues.push(`${owner} names a parameter twice`);
  const named = [
    ...params.flatMap((spec) => (spec.showIf ? [spec.showIf.param] : [])),
    ...exclusive.flatMap((group) => group.members.flatMap((member) => member.params)),
  ];
  for (const id of named) if (!ids.has(id)) issues.push(`${owner} has no parameter ${id}`);
  const name = owner.split(' ').at(-1);
  for (const spec of params) {
    const place = `${name}.${spec.id}`;
    if (spec.type === 'choice' && !spec.options.some((option) => option.value === spec.default))
      issues.push(`the default of ${place} is not one of its options`);
    if (spec.type === 'text' && spec.default.length > (spec.maxLength ?? MAX_TEXT_PARAM))
      issues.push(`the default of ${place} is longer than it may be`);
    if (spec.type !== 'number') continue;
    if (spec.min > spec.max) issues.push(`${place} has a minimum above its maximum`);
    else if (spec.default !== undefined && (spec.default < spec.min || spec.default > spec.max))
      issues.push(`the default of ${place} is outside its range`);
  }
  return issues;
}
