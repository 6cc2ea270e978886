import { KomaError } from '../errors.ts';
import type { BorderSegment, LabelPatch, SessionUpdate } from './interactive.ts';
import type { OperationSpec } from './manifest.ts';
import { MAX_STROKE_NAMES } from './parse-strokes.ts';

const SHARPNESS: readonly unknown[] = ['quick', 'full', 'refined'] satisfies SessionUpdate['sharpness'][];
/** A hundred times what can be told apart on a screen. */
const MAX_LEAKS = 10_000;

/**
 * Refuses an answer of a session that is not what it has to be, before anybody draws it.
 * @param update anything: a plugin made it
 * @param size of the picture that the session works on
 * @throws KomaError `PLUGIN_FAILED`
 */
export function checkSessionUpdate(
  spec: OperationSpec,
  size: { readonly width: number; readonly height: number },
  update: SessionUpdate | null | undefined,
): SessionUpdate {
  if (update != null && areNames(update.names) && SHARPNESS.includes(update.sharpness)) {
    const { names, sharpness, patch, leaks } = update;
    const fits = patch === undefined || isPatch(patch, size, names.length);
    if (fits && (leaks === undefined || areSegments(leaks))) return { names, sharpness, patch, leaks };
  }
  const reason = 'labels';
  throw new KomaError('PLUGIN_FAILED', `${spec.title.en} returned no valid "${reason}".`, { reason });
}

function areNames(names: unknown): boolean {
  return (
    Array.isArray(names) &&
    names.length <= MAX_STROKE_NAMES + 1 &&
    names.every((name) => typeof name === 'string')
  );
}

function isPatch(patch: LabelPatch | null, size: { width: number; height: number }, names: number): boolean {
  if (patch === null) return false;
  const { x, y, width, height, labels } = patch;
  const places = [x, y, width, height];
  if (!places.every((place) => Number.isInteger(place) && place >= 0)) return false;
  if (x + width > size.width || y + height > size.height) return false;
  if (!(labels instanceof Uint8Array) || labels.length !== width * height) return false;
  for (let i = 0; i < labels.length; i++) if (labels[i]! > names) return false;
  return true;
}

function areSegments(segments: readonly BorderSegment[]): boolean {
  return (
    Array.isArray(segments) &&
    segments.length <= MAX_LEAKS &&
    segments.every(
      (segment) =>
        segment != null &&
        [segment.x0, segment.y0, segment.x1, segment.y1].every((place) => Number.isFinite(place)),
    )
  );
}
