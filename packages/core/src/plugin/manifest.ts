import { z } from 'zod';
import { KomaError } from '../errors.ts';

// zod compiles validators with `new Function` where it may; the page's CSP forbids that.
z.config({ jitless: true });

/** Languages that Koma speaks. English is always present and is the fallback. */
export const LOCALES = ['en', 'ja', 'zh-Hans'] as const;
export type Locale = (typeof LOCALES)[number];

const localizedText = z.strictObject({
  en: z.string().min(1).max(300),
  ja: z.string().min(1).max(300).optional(),
  'zh-Hans': z.string().min(1).max(300).optional(),
});

/** A text in every language its author wrote; English is mandatory. */
export type LocalizedText = z.infer<typeof localizedText>;

const identifier = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,31}$/, 'a name of letters and digits, starting in lower case')
  // Values are kept in plain objects, where `constructor` and the like are never absent.
  .refine((name) => !(name in Object.prototype), 'a name that JavaScript does not use itself');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal');
const relativePath = z
  .string()
  .regex(/^(?!.*\.\.)[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/, 'a path inside the plugin, with forward slashes');

/** Shown only while another parameter has one of these values. */
const condition = z.strictObject({
  param: identifier,
  is: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1),
});

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

const operation = z.strictObject({
  id: identifier,
  title: localizedText,
  summary: localizedText,
  inputs: z.array(z.strictObject({ name: identifier, type: z.enum(['image']), label: localizedText })).min(1),
  outputs: z.array(z.strictObject({ name: identifier, type: z.enum(['image']) })).min(1),
  params: z.array(param),
  /** Groups of parameters that replace each other, e.g. "scale" or "width and height". */
  exclusive: z.array(exclusive).optional(),
  /** How the result may enter the document; the first is the default. */
  placement: z.array(z.enum(['resize-document', 'new-layer', 'replace-layer'])).min(1),
});

export type OperationSpec = z.infer<typeof operation>;

const model = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  file: relativePath,
  bytes: z.int().positive(),
  sha256,
  license: z.string().min(1),
  attribution: z.string().min(1),
  /** A stored answer: see `core/inference/model-probe.ts`. */
  probe: z
    .strictObject({ size: z.int().positive().max(512), values: z.array(z.number()).min(4).max(64) })
    .optional(),
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
    contributes: z.strictObject({ operations: z.array(operation) }),
  })
  .superRefine((value, context) => {
    if (hasTwins(value.models.map((spec) => spec.id))) context.addIssue('two models have the same id');
    if (hasTwins(value.contributes.operations.map((op) => op.id)))
      context.addIssue('two operations have the same id');
    for (const op of value.contributes.operations) {
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

function hasTwins(ids: readonly string[]): boolean {
  return new Set(ids).size !== ids.length;
}

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

/** The text in the wanted language, else in English. */
export function localize(text: LocalizedText, locale: Locale): string {
  return text[locale] ?? text.en;
}
