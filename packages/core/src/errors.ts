/**
 * Every error that Koma shows to a person. The `code` is stable and is what the editor translates;
 * the message is the English sentence that the command line prints and that logs keep.
 * Cancelling is not an error: it is the platform's own `AbortError` (see {@link isAbortError}).
 */
export type KomaErrorCode =
  // reading files
  | 'FILE_EMPTY'
  | 'FILE_NOT_AN_IMAGE'
  | 'FILE_FORMAT_UNSUPPORTED'
  | 'FILE_IS_SVG'
  | 'FILE_IS_FOLDER'
  | 'FILE_UNREADABLE'
  | 'FILE_DAMAGED'
  | 'FILE_CMYK'
  | 'IMAGE_TOO_LARGE'
  | 'IMAGE_DECODE_FAILED'
  | 'IMAGE_ENCODE_FAILED'
  | 'IMAGE_TOO_LONG'
  // projects and recipes
  | 'FILE_NOT_A_PROJECT'
  | 'PROJECT_TOO_NEW'
  | 'PROJECT_TOO_LARGE'
  | 'RECIPE_INVALID'
  | 'RECIPE_INPUT_MISSING'
  // files of generated pictures
  | 'OPTIONS_MISSING'
  | 'OPTIONS_INVALID'
  | 'PALETTE_INVALID'
  | 'OPTIONS_TOO_NEW'
  // operations
  | 'OUTPUT_TOO_LARGE'
  | 'PARAMETER_INVALID'
  | 'INPUT_MISSING'
  | 'PICTURE_TOO_SMALL'
  | 'SKETCH_BLANK'
  | 'STYLE_TRANSPARENT'
  | 'HINT_OUTSIDE'
  | 'STROKES_MISSING'
  | 'STROKES_OUTSIDE'
  // editing
  | 'EDIT_FAILED'
  | 'RASTER_CRASHED'
  | 'LAYER_MISSING'
  | 'LAYER_LOCKED'
  | 'LAYER_HIDDEN'
  | 'LAYER_IS_GROUP'
  | 'MASK_MISSING'
  | 'NOTHING_TO_MERGE'
  | 'NOTHING_SELECTED'
  // models and inference
  | 'MODEL_UNAVAILABLE'
  | 'MODEL_CORRUPT'
  | 'MODEL_WRONG_ANSWER'
  | 'INFERENCE_FAILED'
  | 'OUT_OF_MEMORY'
  // plugins
  | 'PLUGIN_MANIFEST_INVALID'
  | 'PLUGIN_MISSING'
  | 'PLUGIN_CRASHED'
  | 'PROGRAM_INCOMPLETE'
  | 'PLUGIN_FAILED'
  // plugins of others, while they run
  | 'PERMISSION_DENIED'
  | 'PLUGIN_STUCK'
  | 'PLUGIN_MISBEHAVED'
  | 'PLUGIN_STORAGE_FULL'
  | 'PLUGIN_FETCH_FAILED'
  | 'SANDBOX_NOT_SAFE'
  // packages of plugins, and lists of them
  | 'PACKAGE_NOT_A_PLUGIN'
  | 'PACKAGE_TOO_LARGE'
  | 'PACKAGE_UNSAFE'
  | 'PACKAGE_INVALID'
  | 'PACKAGE_CHANGED'
  | 'PACKAGE_SIGNATURE_WRONG'
  | 'PACKAGE_NOT_AS_LISTED'
  | 'PLUGIN_INCOMPATIBLE'
  | 'PLUGIN_BLOCKED'
  | 'PLUGIN_NOT_AGREED'
  | 'PLUGIN_INCOMPLETE'
  | 'PLUGIN_SWITCHED_OFF'
  | 'PLUGIN_ID_RESERVED'
  | 'PLUGIN_ID_LOOKALIKE'
  | 'REGISTRY_INVALID'
  | 'OWN_MODEL_UNFIT';

/** Values that fill the placeholders of a translated message: names, sizes, limits. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** An error with a stable code, an English sentence that says what to do, and the values in it. */
export class KomaError extends Error {
  override readonly name = 'KomaError';
  readonly code: KomaErrorCode;
  readonly details: ErrorDetails;

  constructor(code: KomaErrorCode, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}

/** The form in which an error crosses a worker boundary (structured clone drops class and fields). */
export interface SerializedError {
  readonly code: KomaErrorCode | 'ABORTED';
  readonly message: string;
  readonly details: ErrorDetails;
}

/** Turns anything thrown into a plain object; unknown errors become `fallback`. */
export function serializeError(error: unknown, fallback: KomaErrorCode = 'PLUGIN_FAILED'): SerializedError {
  if (isAbortError(error)) return { code: 'ABORTED', message: 'Cancelled.', details: {} };
  if (error instanceof KomaError) return { code: error.code, message: error.message, details: error.details };
  const message = error instanceof Error ? error.message : String(error);
  return { code: fallback, message, details: { reason: message } };
}

/** The inverse of {@link serializeError}: a `KomaError`, or the platform's `AbortError`. */
export function deserializeError(error: SerializedError): Error {
  if (error.code === 'ABORTED') return abortError();
  return new KomaError(error.code, error.message, error.details);
}

/** The platform's own cancel error. */
export function abortError(): DOMException {
  return new DOMException('Cancelled.', 'AbortError');
}

/** True for a Koma error of this code. */
export function isKomaError(error: unknown, code: KomaErrorCode): error is KomaError {
  return error instanceof KomaError && error.code === code;
}

/** True for a cancelled job, however it was cancelled. */
export function isAbortError(error: unknown): boolean {
  return (error instanceof Error || error instanceof DOMException) && error.name === 'AbortError';
}
