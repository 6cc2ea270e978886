import type { ErrorDetails, KomaErrorCode, SerializedError } from '../errors.ts';

const MAX_MESSAGE = 1000;

/**
 * Anything thrown, as plain data; never throws itself. A plugin brings its own copy of `KomaError`, so errors are told
 * by what they look like.
 */
export function describeError(error: unknown): SerializedError {
  try {
    return describe(error);
  } catch {
    // Accessors and `toString` are the plugin's.
    return failed('an error that cannot be told');
  }
}

function describe(error: unknown): SerializedError {
  if (typeof error !== 'object' || error === null) return failed(String(error));
  const { name, message, code, details } = error as Partial<
    Record<'name' | 'message' | 'code' | 'details', unknown>
  >;
  if (name === 'AbortError') return { code: 'ABORTED', message: 'Cancelled.', details: {} };
  if (name === 'KomaError' && typeof code === 'string') {
    const copy = { ...(details as ErrorDetails | undefined) };
    return { code: code as KomaErrorCode, message: short(String(message)), details: copy };
  }
  return failed(typeof message === 'string' ? message : String(error));
}

function failed(reason: string): SerializedError {
  return { code: 'PLUGIN_FAILED', message: short(reason), details: { reason: short(reason) } };
}

function short(text: string): string {
  return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text;
}
