import { join, parse } from 'node:path';
import type { InputFile } from './collect-inputs.ts';
import type { FurtherOutput } from './further-outputs.ts';
import { targetExtension, type OutputTarget } from './output-target.ts';
import { UsageError } from './usage-error.ts';

/** One input and where its result goes. */
export interface Job {
  readonly input: InputFile;
  /** Relative to the working folder, like the input. */
  readonly output: string;
  /** A layered file to be written besides; absent: none. */
  readonly layered?: string;
  /** Further files to be written besides; absent: none. */
  readonly further?: readonly FurtherOutput[];
}

/**
 * Gives every input its output name. Does not touch the disk.
 * @param foldsNames the disk takes `A.png` and `a.png` for the same file
 * @throws UsageError where there is one file for several results, or two results would have one name
 */
export function planJobs(
  inputs: readonly InputFile[],
  target: OutputTarget,
  foldsNames: boolean = process.platform === 'win32' || process.platform === 'darwin',
): Job[] {
  if (target.kind === 'file') {
    if (inputs.length > 1) {
      throw new UsageError(
        `"${target.path}" is one file, but there are ${inputs.length} inputs: give --out a folder.`,
      );
    }
    return inputs.map((input) => job(input, target.path, target));
  }
  const extension = targetExtension(target);
  const takenBy = new Map<string, InputFile>();
  return inputs.map((input) => {
    const output = join(target.path, input.name + extension);
    if (input.problem === undefined) {
      const key = foldsNames ? output.normalize('NFC').toLowerCase() : output;
      const other = takenBy.get(key);
      if (other) throw new UsageError(`"${other.path}" and "${input.path}" would both become "${output}".`);
      takenBy.set(key, input);
    }
    return job(input, output, target);
  });
}

function job(input: InputFile, output: string, { layers }: OutputTarget): Job {
  if (layers === undefined) return { input, output };
  const { dir, name } = parse(output);
  return { input, output, layered: join(dir, `${name}.${layers}`) };
}
