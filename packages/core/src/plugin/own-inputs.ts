import { KomaError } from '../errors.ts';
import type { OperationSpec } from './manifest.ts';
import type { OperationInputs } from './protocol.ts';

/** The size of the picture that is worked on. @throws KomaError `INPUT_MISSING` */
export function pictureSize(spec: OperationSpec, inputs: OperationInputs): { width: number; height: number } {
  const input = inputs[spec.inputs[0]!.name];
  if (input && 'image' in input) return input.image;
  const message = `${spec.title.en} needs a picture to work on.`;
  throw new KomaError('INPUT_MISSING', message, { input: spec.inputs[0]!.name });
}

/** Inputs whose pictures and masks are the worker's own, and their memory. @param giveAway they need not be copied */
export function ownInputs(
  inputs: OperationInputs,
  giveAway = false,
): { own: OperationInputs; buffers: ArrayBuffer[] } {
  const buffers: ArrayBuffer[] = [];
  const own: Record<string, OperationInputs[string]> = {};
  for (const [name, input] of Object.entries(inputs)) {
    if ('data' in input) {
      const mask = giveAway ? input.data : input.data.slice();
      buffers.push(mask.buffer);
      own[name] = { ...input, data: mask };
      continue;
    }
    if (!('image' in input)) {
      own[name] = input;
      continue;
    }
    const data = giveAway ? input.image.data : input.image.data.slice();
    buffers.push(data.buffer);
    own[name] = { ...input, image: { ...input.image, data } };
  }
  return { own, buffers };
}

/** A request whose pictures and files are the worker's own, and their memory. */
export function ownRequest<T extends object>(
  request: T,
  giveAway: boolean,
): { own: T; buffers: ArrayBuffer[] } {
  const buffers: ArrayBuffer[] = [];
  const owned = <Bytes extends Uint8Array | Uint8ClampedArray>(bytes: Bytes): Bytes => {
    const own = giveAway ? bytes : (bytes.slice() as Bytes);
    buffers.push(own.buffer as ArrayBuffer);
    return own;
  };
  const own = Object.fromEntries(
    Object.entries(request).map(([name, value]) => {
      if (value instanceof Uint8Array) return [name, owned(value)];
      if (value?.data instanceof Uint8ClampedArray) return [name, { ...value, data: owned(value.data) }];
      return [name, value];
    }),
  ) as T;
  return { own, buffers };
}
