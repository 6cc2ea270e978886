import { KomaError } from '@koma/core/errors';
import {
  parseHints,
  parsePalette,
  parseStrokes,
  type InputSpec,
  type InputValue,
  type MaskInput,
  type OperationInputs,
  type OperationSpec,
} from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { DiskError } from './disk-error.ts';
import { flagName } from './flag-spec.ts';
import { readBytes } from './read-bytes.ts';
import { readPicture } from './read-picture.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads what an operation takes besides the picture it works on. It is the same for all pictures, so what
 * is wrong about it is found before the first one is opened.
 * @param files paths by the input's name
 * @throws UsageError naming the flag and the file
 */
export async function readInputs(
  operation: OperationSpec,
  files: Readonly<Record<string, string>>,
): Promise<OperationInputs> {
  const inputs: Record<string, InputValue> = {};
  for (const { name, type } of operation.inputs.slice(1)) {
    const path = files[name];
    if (path === undefined) continue;
    try {
      inputs[name] = await readInput(type, path);
    } catch (error) {
      if (!(error instanceof KomaError) && !(error instanceof DiskError)) throw error;
      throw new UsageError(`${flagName({ id: name })}: ${error.message}`, { cause: error });
    }
  }
  return inputs;
}

async function readInput(type: InputSpec['type'], path: string): Promise<InputValue> {
  switch (type) {
    case 'image':
      return readPicture(path);
    case 'hints':
      return readJson(path, parseHints);
    case 'palette':
      return readJson(path, parsePalette);
    case 'strokes':
      return readJson(path, parseStrokes);
    case 'mask':
      return maskOf((await readPicture(path)).image);
  }
}

/** White is selected, black or transparent is not. */
function maskOf({ width, height, data }: RasterImage): MaskInput {
  const mask = new Uint8Array(width * height);
  for (let at = 0; at < mask.length; at++)
    mask[at] = Math.round((data[4 * at + 1]! * data[4 * at + 3]!) / 255);
  return { width, height, data: mask };
}

async function readJson<T>(path: string, parse: (json: unknown) => T): Promise<T> {
  const text = new TextDecoder().decode(await readBytes(path));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KomaError('PARAMETER_INVALID', `"${path}" is not JSON (${reason}).`, {}, { cause: error });
  }
  try {
    return parse(json);
  } catch (error) {
    if (!(error instanceof KomaError)) throw error;
    throw new KomaError(error.code, `"${path}": ${error.message}`, error.details, { cause: error });
  }
}
