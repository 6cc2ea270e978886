/** What one third-party plugin may take of the host. */
export interface SandboxLimits {
  /** From the start to its first word, milliseconds. */
  readonly startMs: number;
  /** Without a sign of life while it works, milliseconds; a host service that works for it counts as one. */
  readonly silenceMs: number;
  /** While it has nothing to do: how often it is asked whether it hears messages, and how long it may take, milliseconds. */
  readonly idleMs: number;
  /** Messages that may come at once, and how many a second on the whole. */
  readonly messages: { readonly burst: number; readonly perSecond: number };
  /** Bytes of pictures and other buffers in one message. */
  readonly messageBytes: number;
  /** The same of all messages, with what their texts and values take: at once, and a second on the whole. */
  readonly bytes: { readonly burst: number; readonly perSecond: number };
  /** UTF-16 units of all texts in one message, names of fields included. */
  readonly text: number;
  /** Values in one message: numbers, texts, fields, items. */
  readonly values: number;
  /** Objects within objects. */
  readonly depth: number;
  /** Requests to host services that wait for their answer. */
  readonly requests: number;
  /** Models that are open at once. */
  readonly models: number;
  /** Messages that are not what they should be, after which it is ended. */
  readonly violations: number;
}

const MIB = 2 ** 20;

/**
 * What is allowed unless told otherwise. A well-behaved plugin comes near none of it: its side holds back progress and
 * notes by itself, and the largest result is that of a picture at the document's limit in several layers.
 */
export const DEFAULT_LIMITS: SandboxLimits = {
  startMs: 15_000,
  silenceMs: 60_000,
  idleMs: 10_000,
  messages: { burst: 1000, perSecond: 500 },
  messageBytes: 1024 * MIB,
  bytes: { burst: 2048 * MIB, perSecond: 512 * MIB },
  text: 16 * MIB,
  values: 250_000,
  // Groups 32 deep in a portable document, each an object with a list.
  depth: 80,
  requests: 64,
  models: 16,
  violations: 10,
};
