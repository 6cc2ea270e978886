import type {
  FileOutput,
  OperationOutputs,
  OperationSpec,
  PaletteOutput,
  TextOutput,
} from '@koma/core/plugin';
import { mainOutput } from './first-output.ts';

type OutputSpec = OperationSpec['outputs'][number];

/** Outputs that are no pictures: they are written as they are. */
const EXTENSIONS: Partial<Readonly<Record<OutputSpec['type'], string | undefined>>> = {
  text: 'txt',
  palette: 'json',
  // A file brings its own.
  file: undefined,
};

/** The outputs of an operation that are texts, palettes or files. */
export function dataOutputs({ outputs }: OperationSpec): readonly OutputSpec[] {
  return outputs.filter(({ type }) => type in EXTENSIONS);
}

/** What an operation is run for that makes no picture: its first text, palette or file. */
export function mainData(operation: OperationSpec): OutputSpec | undefined {
  const pictures = operation.outputs.some(({ type }) => type === 'layers' || type === 'masks');
  return pictures || mainOutput(operation) ? undefined : dataOutputs(operation)[0];
}

/** The extension of the file that an output becomes, without its dot; undefined where the plugin names it. */
export function dataExtension({ type }: OutputSpec): string | undefined {
  return EXTENSIONS[type];
}

/** The bytes of a text, a palette (as `--palette` reads it), or a file among checked outputs. */
export function encodeData(results: OperationOutputs, { name, type }: OutputSpec): Uint8Array {
  const value = results[name];
  if (type === 'file') return (value as FileOutput).bytes;
  const text =
    type === 'text' ? (value as TextOutput).text : JSON.stringify(value as PaletteOutput, undefined, 2);
  return new TextEncoder().encode(text.endsWith('\n') ? text : `${text}\n`);
}
