import { z } from 'zod';
import { condition, hasTwins, identifier, localizedText } from './manifest-fields.ts';

/** Host widgets that a generator may ask for. */
export const GENERATOR_WIDGETS = [
  'grid',
  'wizard',
  'attributes',
  'vary',
  'breed',
  'strip',
  'joints',
  'palette',
  'history',
  'endless',
  'faces',
] as const;
export type GeneratorWidget = (typeof GENERATOR_WIDGETS)[number];

const hexColour = z.string().regex(/^#[0-9a-f]{6}$/, 'a colour such as #3a7bd5');

const attributeBase = {
  id: identifier,
  /** The group in which it is shown, varied, bred and locked. */
  group: identifier,
  label: localizedText,
  /** Folded away with the other sliders for experts. */
  expert: z.boolean().optional(),
  /** Shown only while another attribute has one of these values; it is there and kept all the same. */
  showIf: condition.optional(),
};

/** The schema of one attribute. */
export const attribute = z.discriminatedUnion('type', [
  z.strictObject({
    ...attributeBase,
    type: z.literal('choice'),
    options: z.array(z.strictObject({ value: z.string(), label: localizedText })).min(1),
  }),
  z.strictObject({
    ...attributeBase,
    type: z.literal('number'),
    min: z.number(),
    max: z.number(),
    step: z.number().positive(),
  }),
  z.strictObject({ ...attributeBase, type: z.literal('boolean') }),
  z.strictObject({
    ...attributeBase,
    type: z.literal('colour'),
    /** Named colours; one without a swatch says something else, such as "as the other". */
    options: z
      .array(z.strictObject({ value: z.string(), label: localizedText, swatch: hexColour.optional() }))
      .min(1),
    /** `true`: any `#rrggbb` as well. */
    custom: z.boolean().optional(),
  }),
  /**
   * A text that only the generator understands, such as a pose set by hand. May be absent from options.
   * No control shows it; it goes along with its group.
   */
  z.strictObject({ ...attributeBase, type: z.literal('hidden') }),
]);

/** One attribute of a generator's pictures, from which the host draws its control. */
export type AttributeSpec = z.infer<typeof attribute>;

const groupIds = z.array(identifier);

const wizardStep = z.strictObject({
  id: identifier,
  title: localizedText,
  /** Groups whose controls the step shows. */
  groups: groupIds,
  /** Groups that the step's grid leaves to chance; all others stay as they are in the middle. */
  vary: groupIds.min(1),
});

/** The schema of one generator in a manifest; {@link generatorIssues} checks what goes across its fields. */
export const generator = z.strictObject({
  id: identifier,
  title: localizedText,
  summary: localizedText,
  /** What draws: one of several that may come to answer the same questions. */
  engine: z.strictObject({ id: identifier, title: localizedText }),
  groups: z.array(z.strictObject({ id: identifier, label: localizedText })).min(1),
  attributes: z.array(attribute).min(1),
  wizard: z.array(wizardStep).min(1).optional(),
  /** The attribute whose options are the named poses. */
  poses: z.strictObject({ attribute: identifier, label: localizedText }).optional(),
  /** Groups that make somebody the same person in another picture; the seed belongs to them. */
  identity: groupIds,
  /** Groups that make two pictures the same pose. */
  pose: groupIds,
  /** The keyword of the text chunk in which its PNGs carry their options, so that the host knows them. */
  keyword: z
    .string()
    .regex(/^[!-~]([ -~]{0,77}[!-~])?$/, 'a PNG keyword')
    .optional(),
  /** Pixels of a picture's longer side. */
  size: z.strictObject({ min: z.int().positive(), max: z.int().max(4096), default: z.int() }),
  widgets: z.array(z.enum(GENERATOR_WIDGETS)),
});

/** A generator as its manifest describes it. */
export type GeneratorSpec = z.infer<typeof generator>;

/** What is wrong about generators whose fields are right by themselves, as sentences. */
export function generatorIssues(generators: readonly GeneratorSpec[]): string[] {
  return [
    ...(hasTwins(generators.map(({ id }) => id)) ? ['two generators have the same id'] : []),
    ...generators.flatMap(issuesOf),
  ];
}

function issuesOf(spec: GeneratorSpec): string[] {
  const { id, groups, attributes, wizard = [], poses, identity, pose, size } = spec;
  const ids = new Map(attributes.map((each) => [each.id, each]));
  const groupNames = new Set(groups.map((group) => group.id));
  const issues: string[] = [];
  if (groupNames.size !== groups.length) issues.push(`generator ${id} names a group twice`);
  if (ids.size !== attributes.length) issues.push(`generator ${id} names an attribute twice`);
  if (hasTwins(wizard.map((step) => step.id))) issues.push(`generator ${id} names a wizard step twice`);
  if (ids.has('seed')) issues.push(`generator ${id} has an attribute "seed", which is there anyway`);
  const namedGroups = [
    ...attributes.map(({ group }) => group),
    ...wizard.flatMap((step) => [...step.groups, ...step.vary]),
    ...identity,
    ...pose,
  ];
  for (const name of new Set(namedGroups))
    if (!groupNames.has(name)) issues.push(`generator ${id} has no group ${name}`);
  for (const { showIf } of attributes)
    if (showIf && !ids.has(showIf.param)) issues.push(`generator ${id} has no attribute ${showIf.param}`);
  if (poses && ids.get(poses.attribute)?.type !== 'choice')
    issues.push(`the poses of generator ${id} are no choice of its attributes`);
  for (const each of attributes) {
    if (each.type === 'number' && each.min >= each.max)
      issues.push(`${id}.${each.id} has a minimum that is not below its maximum`);
    if (
      (each.type === 'choice' || each.type === 'colour') &&
      hasTwins(each.options.map(({ value }) => value))
    )
      issues.push(`${id}.${each.id} names an option twice`);
  }
  if (!(size.min <= size.default && size.default <= size.max))
    issues.push(`the default size of generator ${id} is outside its range`);
  return issues;
}
