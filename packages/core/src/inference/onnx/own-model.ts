import { KomaError } from '../../errors.ts';
import type { ModelSignature } from '../../plugin/index.ts';
import { decodeModel } from './decode-model.ts';
import { encodeModel } from './encode-model.ts';
import { ElemType, type OnnxModel, type OnnxValue } from './model.ts';
import { renameValues } from './rename-values.ts';

/** Bytes of a model that somebody adds. */
export const MAX_OWN_MODEL_BYTES = 256 * 2 ** 20;

/** A model of somebody's own that fits a signature. */
export interface OwnModel {
  /** The same network with the names that its signature gives to inputs and outputs: `x` and `hints` in, `y` out. */
  readonly model: Uint8Array<ArrayBuffer>;
  /** As the file has them, for the person to look at. */
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  /** What the file says about its licence, where it says something. */
  readonly license?: string;
}

/** Operators outside of ONNX's own that ONNX Runtime has everywhere. */
const DOMAINS = new Set(['', 'ai.onnx', 'com.microsoft']);

/**
 * Checks that a model's graph has the inputs and outputs that operations with `ownModels` count on. All tensors are
 * float32 `[N, C, H, W]` with N of 1 or free, and H and W free; colours are RGB, 0-1.
 *
 * - `upscaler`: one input of 3 channels; one output of 3, 1 to 8 times as high and as wide.
 * - `denoiser`: one input of 3 channels; one output of 3, of the same size.
 * - `colorizer`: an input of 1 or 3 channels, the line art on white; where there is a second input, it has 4 channels:
 *   RGB of what was marked and 1 where it was; one output of 3 channels, of the same size.
 *
 * What the sizes really are is found out where the model is run.
 *
 * @throws KomaError `OWN_MODEL_UNFIT` in words
 */
export function readOwnModel(bytes: Uint8Array, signature: ModelSignature): OwnModel {
  if (bytes.length > MAX_OWN_MODEL_BYTES)
    throw unfit(`it is larger than ${MAX_OWN_MODEL_BYTES / 2 ** 20} MB`);
  const model = decoded(bytes);
  const { graph, metadata } = model;
  const constants = new Set(graph.initializers.map(({ name }) => name));
  // Older files list their weights among the inputs.
  const inputs = graph.inputs.filter(({ name }) => !constants.has(name));
  const { outputs } = graph;
  for (const { op, domain = '' } of graph.nodes)
    if (!DOMAINS.has(domain))
      throw unfit(`it needs the operator "${op}" of "${domain}", which is not in ONNX Runtime`);
  const most = signature === 'colorizer' ? 2 : 1;
  if (inputs.length < 1 || inputs.length > most)
    throw unfit(`it has ${inputs.length} inputs, and ${most === 1 ? 'one is' : 'one or two are'} possible`);
  if (outputs.length !== 1) throw unfit(`it has ${outputs.length} outputs instead of one`);
  const [first, second] = inputs;
  checkPicture(first!, signature === 'colorizer' ? [1, 3] : [3], 'input');
  if (second) checkPicture(second, [4], 'input');
  checkPicture(outputs[0]!, [3], 'output');
  const names = { [first!.name]: 'x', ...(second && { [second.name]: 'hints' }), [outputs[0]!.name]: 'y' };
  const own = renameValues({ ...model, graph: { ...graph, inputs } }, new Map(Object.entries(names)));
  const license = metadata['license'] ?? metadata['License'];
  return { model: encodeModel(own), inputs, outputs, ...(license !== undefined && { license }) };
}

function decoded(bytes: Uint8Array): OnnxModel {
  try {
    return decodeModel(bytes);
  } catch (error) {
    if (!(error instanceof KomaError)) throw error;
    const { reason } = error.details;
    throw unfit(reason === undefined ? 'it is no ONNX file' : `it uses ${reason}, which Koma does not read`);
  }
}

function checkPicture({ name, elemType, dims }: OnnxValue, channels: readonly number[], what: string): void {
  const place = `its ${what} "${name}"`;
  if (elemType !== undefined && elemType !== ElemType.float) throw unfit(`${place} is not float32`);
  // The runtime finds out what an output is.
  if (dims === undefined && what === 'output') return;
  if (dims?.length !== 4) throw unfit(`${place} is not [N, C, H, W]`);
  const [count, channel, height, width] = dims;
  if (typeof count === 'number' && count !== 1) throw unfit(`${place} takes ${count} pictures at once`);
  if (typeof channel === 'number' ? !channels.includes(channel) : what === 'input')
    throw unfit(
      `${place} has ${channel === '' ? 'any number of' : channel} channels instead of ${channels.join(' or ')}`,
    );
  if (what === 'input' && (typeof height === 'number' || typeof width === 'number'))
    throw unfit(`${place} takes one size only (${height} × ${width}); export it with free height and width`);
}

function unfit(reason: string): KomaError {
  const message = `This model does not fit here: ${reason}.`;
  return new KomaError('OWN_MODEL_UNFIT', message, { reason });
}
