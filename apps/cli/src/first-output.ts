import { KomaError } from '@koma/core/errors';
import type { OperationSpec } from '@koma/core/plugin';

/** What an operation is run for: the first output that is one picture or one mask. */
export function mainOutput({ outputs }: OperationSpec): OperationSpec['outputs'][number] | undefined {
  return outputs.find(({ type }) => type === 'image' || type === 'mask');
}

/** The name of the first output of a type. @throws KomaError `PLUGIN_FAILED` */
export function firstOutput(operation: OperationSpec, type: 'image' | 'layers' | 'mask'): string {
  const output = operation.outputs.find((candidate) => candidate.type === type);
  if (output) return output.name;
  const message = `${operation.title.en} makes no ${type === 'image' ? 'picture' : type}.`;
  throw new KomaError('PLUGIN_FAILED', message, { reason: operation.id });
}
