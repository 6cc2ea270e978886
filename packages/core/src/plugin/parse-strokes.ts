import { z } from 'zod';
import type { Stroke, StrokesInput } from './interactive.ts';
import { parseInput } from './parse-input.ts';

// zod compiles validators with `new Function` where it may; the page's CSP forbids that.
z.config({ jitless: true });

/** Labels of {@link Stroke} that have a meaning of their own; all others are names. */
export const RESERVED_LABELS = ['fg', 'bg', 'erase', 'edge'] as const;
/** Different names in one picture: labels are bytes, of which 0 is background and 1 is `fg`. */
export const MAX_STROKE_NAMES = 254;
/** More than anybody draws in a picture; they are drawn one after the other. */
const MAX_STROKES = 10_000;
const MAX_POINTS = 500_000;
/** Pixels, far beyond any picture. */
const FAR = 1e6;
const MAX_NAME = 64;

// Names become parts of file names on three operating systems.
const label = z
  .string()
  .min(1)
  .max(MAX_NAME)
  .regex(/^[^\p{Cc}\p{Cs}/\\:*?"<>|]*$/u, 'a name without control characters or any of / \\ : * ? " < > |')
  .regex(/^[^\s.](.*[^\s.])?$/u, 'a name that neither starts nor ends with a space or a dot');

/** Points in one go: there are thousands in a stroke, and strokes are checked while they are drawn. */
const points = z.custom<Stroke['points']>().superRefine((value: unknown, context) => {
  if (!Array.isArray(value) || value.length === 0)
    return context.addIssue('a list of at least one point [x, y]');
  const wrong = value.findIndex((point) => !isPoint(point));
  if (wrong < 0) return;
  const message = `a point [x, y] with numbers from ${-FAR} to ${FAR}`;
  context.addIssue({ code: 'custom', path: [wrong], message });
});

const stroke = z.strictObject({
  label,
  shape: z.enum(['line', 'inside', 'outside']).optional(),
  radius: z.number().positive().max(FAR),
  hard: z.boolean().optional(),
  points,
});

/** The schema of strokes. */
export const strokesInput: z.ZodType<StrokesInput> = z.strictObject({
  strokes: z
    .array(stroke)
    .max(MAX_STROKES)
    .refine(
      (strokes) => strokes.reduce((sum, { points: list }) => sum + (list?.length ?? 0), 0) <= MAX_POINTS,
      `more than ${MAX_POINTS} points`,
    )
    .refine(
      (strokes) => strokeNames(strokes).length <= MAX_STROKE_NAMES + 1,
      `more than ${MAX_STROKE_NAMES} different names`,
    ),
});

/**
 * Checks strokes from outside: a parsed file, or an operation's input.
 * @throws KomaError `PARAMETER_INVALID` naming the first few places that are wrong
 */
export function parseStrokes(json: unknown): StrokesInput {
  return parseInput(strokesInput, json, 'strokes', 'These strokes are');
}

/** What labels 1, 2, ... stand for: `fg`, then other names in the order of their first use. */
export function strokeNames(strokes: readonly Stroke[]): string[] {
  const names = new Set(['fg']);
  for (const { label: name } of strokes) if (!isReserved(name)) names.add(name);
  return [...names];
}

function isReserved(name: string): boolean {
  return (RESERVED_LABELS as readonly string[]).includes(name);
}

function isPoint(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && isNear(value[0]) && isNear(value[1]);
}

function isNear(coordinate: unknown): boolean {
  return typeof coordinate === 'number' && Math.abs(coordinate) <= FAR;
}
