import { join, parse, resolve } from 'node:path';
import { formatFromFileName } from '@koma/core/io';
import { strokeNames, type OperationInputs, type OperationSpec } from '@koma/core/plugin';
import { flagName, type TextFlag } from './flag-spec.ts';
import { dataOutputs, mainData } from './data-output.ts';
import { mainOutput } from './first-output.ts';
import { assertReachable, targetExtension, type OutputTarget } from './output-target.ts';
import type { Job } from './plan-jobs.ts';
import { UsageError } from './usage-error.ts';

/** A file that is written besides the main result. */
export interface FurtherOutput {
  /** The output of the operation that it holds. */
  readonly output: string;
  /** Which of its masks, where the output is masks by name. */
  readonly name?: string;
  readonly path: string;
}

/** Flags for what an operation makes besides its main result. */
export function furtherOutputFlags(operation: OperationSpec): TextFlag[] {
  return furtherSpecs(operation).map(({ name, type, label }) => ({
    type: 'free',
    id: flagId(operation, name),
    placeholder: 'FILE',
    label: {
      en: `Also write this to a ${type === 'image' ? 'picture ' : ''}file: ${(label?.en ?? name).toLowerCase()}`,
    },
  }));
}

/** The files of those, by the output's name. @param values what stood on the command line */
export function furtherFiles(
  operation: OperationSpec,
  values: ReadonlyMap<string, unknown>,
): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const { name } of furtherSpecs(operation)) {
    const path = values.get(flagId(operation, name)) as string | undefined;
    if (path !== undefined) files[name] = path;
  }
  return files;
}

/**
 * Gives every job the further files that are to be written: pictures that were asked for by a flag, and a mask
 * `<result>-<name>` for each name that the strokes use. Only looks at the disk, writes nothing.
 * @param files by the output's name
 * @throws UsageError where a file is meant for several results, or is no picture
 */
export async function withFurtherOutputs(
  jobs: readonly Job[],
  operation: OperationSpec,
  files: Readonly<Record<string, string>>,
  inputs: OperationInputs,
  target: OutputTarget,
): Promise<Job[]> {
  for (const [name, path] of Object.entries(files)) {
    const flag = flagName({ id: flagId(operation, name) });
    const isPicture = operation.outputs.some((output) => output.name === name && output.type === 'image');
    if (jobs.length > 1)
      throw new UsageError(`${flag} "${path}" is one file, but there are ${jobs.length} inputs.`);
    if (isPicture && formatFromFileName(path) === undefined)
      throw new UsageError(`${flag} writes PNG, JPEG and WebP: give "${path}" such a name.`);
    await assertReachable(path, 'file');
  }
  const named = namedMasks(operation, inputs);
  return jobs.map((job) => {
    const { dir, name: base } = parse(job.output);
    const further: FurtherOutput[] = [
      ...Object.entries(files).map(([output, path]) => ({ output, path })),
      ...named.map(({ output, name }) => ({
        output,
        name,
        path: join(dir, `${base}-${name}${targetExtension(target)}`),
      })),
    ];
    assertDifferent([job.output, ...(job.layered ? [job.layered] : []), ...further.map(({ path }) => path)]);
    return further.length === 0 ? job : { ...job, further };
  });
}

function furtherSpecs(operation: OperationSpec): OperationSpec['outputs'] {
  const main = (mainOutput(operation) ?? mainData(operation))?.name;
  const data = dataOutputs(operation);
  return operation.outputs.filter(
    (spec) => (spec.type === 'image' || data.includes(spec)) && spec.name !== main,
  );
}

/** An input or a parameter of the same name has the flag of that name. */
function flagId({ inputs, params }: OperationSpec, output: string): string {
  const taken = inputs.slice(1).some(({ name }) => name === output) || params.some(({ id }) => id === output);
  return taken ? `${output}Out` : output;
}

function namedMasks(operation: OperationSpec, inputs: OperationInputs): { output: string; name: string }[] {
  const masks = operation.outputs.find(({ type }) => type === 'masks');
  if (!masks) return [];
  const strokes = Object.values(inputs).flatMap((input) => ('strokes' in input ? input.strokes : []));
  return strokeNames(strokes)
    .slice(1)
    .map((name) => ({ output: masks.name, name }));
}

/** Names that differ in their case alone are one file on many disks. */
function assertDifferent(paths: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const key = resolve(path).normalize('NFC').toLowerCase();
    const other = seen.get(key);
    if (other !== undefined)
      throw new UsageError(
        `"${other}" and "${path}" would be one file: give the results, or the strokes' labels, other names.`,
      );
    seen.set(key, path);
  }
}
