import { z } from 'zod';
import type { SerializedError } from '../errors.ts';
import { pluginError } from './plugin-error.ts';
import { serviceRequest } from './service-request.ts';
import type { GuestMessage } from './wire.ts';

// zod compiles validators with `new Function` where it may; the page's CSP forbids that.
z.config({ jitless: true });

/** UTF-16 units of a note. */
const MAX_LOG = 2000;

const id = z.int().positive();
const text = z.string().min(1).max(300);
const label = z.strictObject({ en: text, ja: text.optional(), 'zh-Hans': text.optional() });
const error = z
  .strictObject({
    code: z.string().max(40),
    message: z.string().max(1100),
    details: z.record(z.string().max(40), z.union([z.string().max(1100), z.number()])),
  })
  .transform(pluginError) as unknown as z.ZodType<SerializedError>;
const side = z.int().positive();
const place = z.int().nonnegative();
const tile = z
  .strictObject({
    x: place,
    y: place,
    width: side,
    height: side,
    outputWidth: side,
    outputHeight: side,
    data: z.instanceof(Uint8ClampedArray),
  })
  .refine(
    ({ x, y, width, height, outputWidth, outputHeight, data }) =>
      data.length === width * height * 4 && x + width <= outputWidth && y + height <= outputHeight,
    'a tile whose size and bytes agree',
  );

/** What came with a call's result is looked at by whoever knows what was asked. */
const payload = z.unknown();

const message = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready'), wire: z.literal(1) }),
  z.strictObject({ type: z.literal('broken'), error }),
  z.strictObject({ type: z.literal('result'), id, value: payload.optional() }),
  z.strictObject({ type: z.literal('failure'), id, error }),
  z.strictObject({
    type: z.literal('progress'),
    id,
    fraction: z.number().min(0).max(1),
    label: label.optional(),
  }),
  z.strictObject({ type: z.literal('preview'), id, tile }),
  z.strictObject({ type: z.literal('partial'), id, answer: payload }),
  z.strictObject({ type: z.literal('update'), session: id, update: payload }),
  z.strictObject({ type: z.literal('request'), id, request: serviceRequest }),
  z.strictObject({ type: z.literal('pong') }),
  z.strictObject({ type: z.literal('log'), text: z.string().max(MAX_LOG) }),
]);

/**
 * A message of a plugin, if it is one.
 * @param data plain data: see `assertPlain`
 * @returns the message as an object of its own, or why it is none
 */
export function parseGuestMessage(
  data: unknown,
): GuestMessage | { readonly type: 'invalid'; readonly reason: string } {
  const parsed = message.safeParse(data);
  if (parsed.success) return parsed.data as GuestMessage;
  const [issue] = parsed.error.issues;
  return {
    type: 'invalid',
    reason: `${issue?.path.join('.') || 'message'}: ${issue?.message}`.slice(0, 300),
  };
}
