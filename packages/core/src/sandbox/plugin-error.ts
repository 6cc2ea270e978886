import type { KomaErrorCode, SerializedError } from '../errors.ts';

/** What a plugin may say by code, and so in the person's language; everything else it says in its own words. */
const CODES: ReadonlySet<string> = new Set<KomaErrorCode | 'ABORTED'>([
  'ABORTED',
  'PLUGIN_FAILED',
  'PARAMETER_INVALID',
  'INPUT_MISSING',
  'OUTPUT_TOO_LARGE',
  'PICTURE_TOO_SMALL',
  'SKETCH_BLANK',
  'STYLE_TRANSPARENT',
  'HINT_OUTSIDE',
  'STROKES_MISSING',
  'STROKES_OUTSIDE',
  'NOTHING_SELECTED',
  'OPTIONS_MISSING',
  'OPTIONS_INVALID',
  'OPTIONS_TOO_NEW',
  'FILE_UNREADABLE',
  'FILE_DAMAGED',
  'IMAGE_TOO_LARGE',
  'MODEL_UNAVAILABLE',
  'MODEL_CORRUPT',
  'MODEL_WRONG_ANSWER',
  'INFERENCE_FAILED',
  'OUT_OF_MEMORY',
  'PERMISSION_DENIED',
  'PLUGIN_STORAGE_FULL',
  'PLUGIN_FETCH_FAILED',
]);

/** An error of a plugin as its host passes it on: no code that says something about the host. */
export function pluginError(error: {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, string | number>>;
}): SerializedError {
  if (CODES.has(error.code)) return error as SerializedError;
  return { code: 'PLUGIN_FAILED', message: error.message, details: { reason: error.message } };
}
