import type { z } from 'zod';
import { KomaError } from '../errors.ts';

/**
 * Checks an input from outside against its schema.
 * @param name of the kind of input, for who handles the error
 * @param these the start of the sentence: "These hints are"
 * @throws KomaError `PARAMETER_INVALID` naming the first few places that are wrong
 */
export function parseInput<T>(schema: z.ZodType<T>, json: unknown, name: string, these: string): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const reason = result.error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || name}: ${issue.message}`)
    .join('; ');
  throw new KomaError('PARAMETER_INVALID', `${these} not valid (${reason}).`, { param: name });
}
