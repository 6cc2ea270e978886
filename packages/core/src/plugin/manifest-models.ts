import { z } from 'zod';
import { relativePath, sha256Hex } from './manifest-fields.ts';

/** Values in one input of a probe: it runs before the first real work, and has to be quick. */
const MAX_PROBE_VALUES = 2 ** 20;

const samples = z.array(z.number()).min(4).max(64);
const tileProbe = z.strictObject({ size: z.int().positive().max(512), values: samples });
const tensorName = z.string().min(1).max(64);
const tensorProbe = z.strictObject({
  inputs: z.record(
    tensorName,
    z.strictObject({
      dims: z
        .array(z.int().positive().max(512))
        .min(1)
        .max(4)
        .refine((dims) => dims.reduce((product, size) => product * size, 1) <= MAX_PROBE_VALUES, 'too large'),
      value: z.number().optional(),
    }),
  ),
  outputs: z.record(tensorName, samples),
});

/** The schema of a model that comes with a plugin. */
export const model = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  file: relativePath,
  bytes: z.int().positive(),
  sha256: sha256Hex,
  license: z.string().min(1),
  attribution: z.string().min(1),
  /** A stored answer: see `core/inference/model-probe.ts`. */
  probe: z.union([tileProbe, tensorProbe]).optional(),
});
