import type { InputSpec, OperationSpec } from '@koma/core/plugin';
import { flagName, type TextFlag } from './flag-spec.ts';
import { UsageError } from './usage-error.ts';

/** What stands after the flag of an input, by its type. */
const PLACEHOLDERS: Readonly<Record<InputSpec['type'], string>> = {
  image: 'PICTURE',
  hints: 'HINTS.json',
  palette: 'PALETTE.json',
  strokes: 'STROKES.json',
  mask: 'MASK.png',
};

/** What the inputs of an operation besides the picture it works on are given by: a flag with a file each. */
export function inputFlags({ inputs }: OperationSpec): TextFlag[] {
  return inputs.slice(1).map(({ name, type, label, hint }) => ({
    type: 'free',
    id: name,
    label,
    placeholder: PLACEHOLDERS[type],
    ...(hint ? { hint } : {}),
  }));
}

/**
 * The files of those inputs, by their names; one that may be left out may be absent.
 * @param values what stood on the command line
 * @throws UsageError where one is missing
 */
export function inputFiles(
  operation: OperationSpec,
  values: ReadonlyMap<string, unknown>,
): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const { name, type, label, optional } of operation.inputs.slice(1)) {
    const path = values.get(name) as string | undefined;
    if (path !== undefined) files[name] = path;
    else if (optional !== true) {
      const flag = `${flagName({ id: name })} ${PLACEHOLDERS[type]}`;
      throw new UsageError(`${label.en} is missing: give it with ${flag}.`);
    }
  }
  return files;
}
