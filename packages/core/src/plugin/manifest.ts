import { z } from 'zod';
import { KomaError } from '../errors.ts';
import { generator, generatorIssues } from './generator-manifest.ts';
import {
  condition,
  hasTwins,
  identifier,
  localizedText,
  type Locale,
  type LocalizedText,
} from './manifest-fields.ts';

export { LOCALES, type Locale, type LocalizedText } from './manifest-fields.ts';

/** Values in one input of a probe: it runs before the first real work, and has to be quick. */
const MAX_PROBE_VALUES = 2 ** 20;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal');
const relativePath = z
  .string()
  .regex(/^(?!.*\.\.)[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/, 'a path inside the plugin, with forward slashes');

const paramBase = {
  id: identifier,
  label: localizedText,
  hint: localizedText.optional(),
  /** Folded away under "Advanced" in the panel. */
  advanced: z.boolean().optional(),
  showIf: condition.optional(),
};

const param = z.discriminatedUnion('type', [
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
]);

/** One parameter of an operation, from which panel, command-line flag and validation are drawn. */
export type ParamSpec = z.infer<typeof param>;
export type ChoiceParam = Extract<ParamSpec, { type: 'choice' }>;
export type NumberParam = Extract<ParamSpec, { type: 'number' }>;

const exclusive = z.strictObject({
  id: identifier,
  label: localizedText,
  /** Exactly one member is in force at a time: the first unless another's parameters are given. */
  members: z.array(z.strictObject({ label: localizedText, params: z.array(identifier).min(1) })).min(2),
});

const input = z.strictObject({
  name: identifier,
  /** What it holds: see `ImageInput`, `HintsInput` and `PaletteInput` in protocol.ts, `StrokesInput` in interactive.ts. */
  type: z.enum(['image', 'hints', 'palette', 'strokes']),
  label: localizedText,
  hint: localizedText.optional(),
  /** `true`: the operation also runs without it. */
  optional: z.boolean().optional(),
});

/** One input of an operation: a picture, or what a person marked in one. */
export type InputSpec = z.infer<typeof input>;

const operation = z.strictObject({
  id: identifier,
  title: localizedText,
  summary: localizedText,
  /** The first is the picture that is worked on. */
  inputs: z.array(input).min(1),
  /**
   * What can be asked for: a picture, layers from the bottom to the top, a mask, or masks by name. See
   * `LayersOutput`, `MaskOutput` and `MasksOutput`.
   */
  outputs: z
    .array(
      z.strictObject({
        name: identifier,
        type: z.enum(['image', 'layers', 'mask', 'masks']),
        label: localizedText.optional(),
      }),
    )
    .min(1),
  params: z.array(param),
  /** Groups of parameters that replace each other, e.g. "scale" or "width and height". */
  exclusive: z.array(exclusive).optional(),
  /** `true`: it also answers while strokes are drawn, see `InteractiveOperation`; one of its inputs is strokes. */
  interactive: z.boolean().optional(),
  /** How the result may enter the document; the first is the default. */
  placement: z.array(z.enum(['resize-document', 'new-layer', 'replace-layer'])).min(1),
});

export type OperationSpec = z.infer<typeof operation>;

const samples = z.array(z.number()).min(4).max(64);
const tileProbe = z.strictObject({ size: z.int().positive().max(512), values: samples });
const tensorName = z.string().min(1).max(64);
const tensorProbe = z.strictObject({
  inputs: z.record(
    tensorName,
    z.strictObject({
      dims: z
        .array(z.int().positive().max(512))
        .min(1)
        .max(4)
        .refine((dims) => dims.reduce((product, size) => product * size, 1) <= MAX_PROBE_VALUES, 'too large'),
      value: z.number().optional(),
    }),
  ),
  outputs: z.record(tensorName, samples),
});

const model = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  file: relativePath,
  bytes: z.int().positive(),
  sha256,
  license: z.string().min(1),
  attribution: z.string().min(1),
  /** A stored answer: see `core/inference/model-probe.ts`. */
  probe: z.union([tileProbe, tensorProbe]).optional(),
});

const manifest = z
  .strictObject({
    $schema: z.string().optional(),
    manifestVersion: z.literal(1),
    id: z.string().regex(/^[a-z0-9]+(\.[a-z0-9-]+)+$/, 'a reverse domain name, e.g. studio.koma.upscale'),
    version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'a semantic version, e.g. 1.2.0'),
    engines: z.strictObject({ koma: z.string().min(1) }),
    name: localizedText,
    description: localizedText,
    author: z.string().min(1),
    license: z.string().min(1),
    entry: relativePath,
    permissions: z.array(z.enum(['layer:read', 'layer:write', 'selection:read', 'storage', 'inference'])),
    models: z.array(model),
    contributes: z.strictObject({
      operations: z.array(operation),
      generators: z.array(generator).optional(),
    }),
  })
  .superRefine((value, context) => {
    if (hasTwins(value.models.map((spec) => spec.id))) context.addIssue('two models have the same id');
    if (hasTwins(value.contributes.operations.map((op) => op.id)))
      context.addIssue('two operations have the same id');
    for (const issue of generatorIssues(value.contributes.generators ?? [])) context.addIssue(issue);
    for (const op of value.contributes.operations) {
      const [first] = op.inputs;
      if (first && (first.type !== 'image' || first.optional === true))
        context.addIssue(`the first input of operation ${op.id} is not a picture that it needs`);
      if (op.interactive === true && op.inputs.filter(({ type }) => type === 'strokes').length !== 1)
        context.addIssue(`the interactive operation ${op.id} does not have exactly one input of strokes`);
      // Inputs and parameters become flags of the same command.
      const flags = [...op.inputs.map(({ name }) => name), ...op.params.map(({ id }) => id)];
      if (hasTwins(op.inputs.map(({ name }) => name)))
        context.addIssue(`operation ${op.id} names an input twice`);
      else if (new Set(flags).size < op.inputs.length + new Set(op.params.map(({ id }) => id)).size)
        context.addIssue(`operation ${op.id} has an input and a parameter of one name`);
      if (hasTwins(op.outputs.map(({ name }) => name)))
        context.addIssue(`operation ${op.id} names an output twice`);
      const ids = new Set(op.params.map((p) => p.id));
      if (ids.size !== op.params.length) context.addIssue(`operation ${op.id} names a parameter twice`);
      const named = [
        ...op.params.flatMap((p) => (p.showIf ? [p.showIf.param] : [])),
        ...(op.exclusive ?? []).flatMap((group) => group.members.flatMap((member) => member.params)),
      ];
      for (const id of named) if (!ids.has(id)) context.addIssue(`operation ${op.id} has no parameter ${id}`);
      for (const p of op.params) {
        if (p.type === 'choice' && !p.options.some((option) => option.value === p.default)) {
          context.addIssue(`the default of ${op.id}.${p.id} is not one of its options`);
        }
        if (p.type !== 'number') continue;
        if (p.min > p.max) context.addIssue(`${op.id}.${p.id} has a minimum above its maximum`);
        else if (p.default !== undefined && (p.default < p.min || p.default > p.max)) {
          context.addIssue(`the default of ${op.id}.${p.id} is outside its range`);
        }
      }
    }
  });

/** A validated `koma-plugin.json`, manifest version 1. Unknown keys are refused. */
export type PluginManifest = z.infer<typeof manifest>;

/**
 * Checks a parsed `koma-plugin.json`.
 * @throws KomaError `PLUGIN_MANIFEST_INVALID` naming the first few places that are wrong
 */
export function parseManifest(json: unknown): PluginManifest {
  const result = manifest.safeParse(json);
  if (result.success) return result.data;
  const reason = result.error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'manifest'}: ${issue.message}`)
    .join('; ');
  throw new KomaError('PLUGIN_MANIFEST_INVALID', `This plugin's description file is not valid (${reason}).`, {
    reason,
  });
}

/** Whether a plugin's answer is a text that can be shown. @param value anything */
export function isLocalizedText(value: unknown): value is LocalizedText {
  return localizedText.safeParse(value).success;
}

/** The text in the wanted language, else in English. */
export function localize(text: LocalizedText, locale: Locale): string {
  return text[locale] ?? text.en;
}
