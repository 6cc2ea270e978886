import { z } from 'zod';
import type { Tensor } from '../inference/index.ts';
import type { ServiceRequest } from './wire.ts';

// zod compiles validators with `new Function` where it may; the page's CSP forbids that.
z.config({ jitless: true });

const MAX_TENSORS = 64;
const MAX_HEADERS = 50;
const MIB = 2 ** 20;

const session = z.int().positive();
const name = z.string().min(1).max(200);
const dims = z.array(z.int().nonnegative()).max(8);
const bytes = z.instanceof(Uint8Array);
const agree = ({
  dims: sides,
  data,
}: {
  dims: readonly number[];
  data: { readonly length: number };
}): boolean => sides.reduce((product, side) => product * side, 1) === data.length;
const tensor = z.discriminatedUnion('type', [
  z
    .strictObject({ type: z.literal('float32'), dims, data: z.instanceof(Float32Array) })
    .refine(agree, 'a tensor whose dimensions and data agree'),
  z
    .strictObject({ type: z.literal('int64'), dims, data: z.instanceof(BigInt64Array) })
    .refine(agree, 'a tensor whose dimensions and data agree'),
]) as z.ZodType<Tensor>;
const few = <T>(record: Readonly<Record<string, T>>, most: number): boolean =>
  Object.keys(record).length <= most;

const lean = z.boolean().optional();

/** The schema of what a plugin may ask the host to do: this list, and nothing else. */
export const serviceRequest = z.discriminatedUnion('service', [
  z.strictObject({
    service: z.literal('inference.open'),
    source: z.union([
      z.strictObject({ model: name, lean }),
      z.strictObject({
        key: name,
        bytes: bytes.refine(({ length }) => length <= 256 * MIB, 'a model of at most 256 MB'),
        lean,
      }),
    ]),
  }),
  z.strictObject({
    service: z.literal('inference.run'),
    session,
    inputs: z.record(name, tensor).refine((inputs) => few(inputs, MAX_TENSORS), 'fewer tensors'),
  }),
  z.strictObject({ service: z.literal('inference.release'), session }),
  z.strictObject({ service: z.literal('models.bytes'), model: name }),
  z.strictObject({ service: z.literal('files.bytes'), path: name }),
  z.strictObject({ service: z.enum(['storage.get', 'storage.delete']), key: name }),
  z.strictObject({ service: z.literal('storage.set'), key: name, bytes }),
  z.strictObject({ service: z.literal('storage.keys') }),
  z.strictObject({
    service: z.literal('fetch'),
    url: z.string().max(8000),
    method: z.enum(['GET', 'POST']),
    headers: z
      .record(z.string().min(1).max(100), z.string().max(8000))
      .refine((headers) => few(headers, MAX_HEADERS), 'fewer headers')
      .optional(),
    body: bytes.refine(({ length }) => length <= 20 * MIB, 'a body of at most 20 MB').optional(),
  }),
  z.strictObject({
    service: z.literal('drawSvg'),
    svg: z.string(),
    width: z.int().positive(),
    height: z.int().positive(),
  }),
]) as unknown as z.ZodType<ServiceRequest>;
