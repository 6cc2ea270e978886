import { parseGuestMessage } from './guest-messages.ts';
import type { SandboxLimits } from './limits.ts';
import { assertPlain, NotPlainError } from './plain-data.ts';
import { TokenBucket } from './token-bucket.ts';
import type { GuestMessage } from './wire.ts';

/** Of a UTF-16 unit. */
const UNIT_BYTES = 2;
/** About what a value takes of memory, and of time in bytes that are copied. */
const VALUE_BYTES = 64;

/** What came through the port: a message of the protocol, one that is none, or one too many. */
export type Incoming =
  | GuestMessage
  | { readonly type: 'invalid'; readonly reason: string }
  | { readonly type: 'flood'; readonly reason: string };

/** Lets through what is a message and not too much of it. */
export class MessageGate {
  readonly #limits: SandboxLimits;
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket;

  /** @param now milliseconds, never falling */
  constructor(limits: SandboxLimits, now?: () => number) {
    this.#limits = limits;
    this.#messages = new TokenBucket(limits.messages, now);
    this.#bytes = new TokenBucket(limits.bytes, now);
  }

  /**
   * @param data fresh from structured clone, anything
   * @param ports that came with it, which no message has
   */
  take(data: unknown, ports: readonly MessagePort[]): Incoming {
    if (!this.#messages.take()) return { type: 'flood', reason: 'it sends too many messages' };
    for (const port of ports) port.close();
    if (ports.length > 0) return { type: 'invalid', reason: 'a message with ports' };
    try {
      const { bytes, text, values } = assertPlain(data, this.#limits);
      if (!this.#bytes.take(bytes + text * UNIT_BYTES + values * VALUE_BYTES))
        return { type: 'flood', reason: 'it sends too much data' };
    } catch (error) {
      if (error instanceof NotPlainError)
        return { type: 'invalid', reason: `a message with ${error.message}` };
      throw error;
    }
    return parseGuestMessage(data);
  }
}
