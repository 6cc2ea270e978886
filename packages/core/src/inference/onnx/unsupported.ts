import { KomaError } from '../../errors.ts';

/** The error for a model that is sound but uses a part of ONNX that Koma does not read. */
export function unsupported(what: string): KomaError {
  return new KomaError('MODEL_CORRUPT', `The model uses ${what}, which Koma does not read.`, {
    reason: what,
  });
}
