import type { z } from 'zod';
import { KomaError } from '../errors.ts';
import { localizedText, type Locale, type LocalizedText } from './manifest-fields.ts';
import { manifestSchema } from './manifest-schema.ts';

export { LOCALES, type Locale, type LocalizedText } from './manifest-fields.ts';
export type { InputSpec, ModelSignature, OperationSpec, OutputSpec } from './manifest-operation.ts';
export type { CommandSpec, ExporterSpec, ToolSpec } from './manifest-contributions.ts';
export type { ChoiceParam, NumberParam, Parameterised, ParamSpec, TextParam } from './manifest-params.ts';
export type { NetworkSpec, Permission } from './manifest-permissions.ts';

/** A validated `koma-plugin.json`, manifest version 1. Unknown keys are refused. */
export type PluginManifest = z.infer<typeof manifestSchema>;

/**
 * Checks a parsed `koma-plugin.json`.
 * @throws KomaError `PLUGIN_MANIFEST_INVALID` naming the first few places that are wrong
 */
export function parseManifest(json: unknown): PluginManifest {
  const result = manifestSchema.safeParse(json);
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
