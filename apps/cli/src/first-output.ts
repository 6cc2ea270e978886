import { KomaError } from '@koma/core/errors';
import type { OperationSpec } from '@koma/core/plugin';

/** The name of the first output of a type. @throws KomaError `PLUGIN_FAILED` */
export function firstOutput(operation: OperationSpec, type: 'image' | 'layers'): string {
  const output = operation.outputs.find((candidate) => candidate.type === type);
  if (output) return output.name;
  const message = `${operation.title.en} makes no ${type === 'image' ? 'picture' : 'layers'}.`;
  throw new KomaError('PLUGIN_FAILED', message, { reason: operation.id });
}
