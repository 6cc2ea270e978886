import type { SandboxLimits } from './limits.ts';

/** Of one message; see `SandboxLimits`. */
export type PlainLimits = Pick<SandboxLimits, 'messageBytes' | 'text' | 'values' | 'depth'>;

/** How much a message holds. */
export interface PlainSize {
  /** Of all its buffers. */
  readonly bytes: number;
  /** UTF-16 units. */
  readonly text: number;
  readonly values: number;
}

/** Why a value is not plain data, or too much of it. */
export class NotPlainError extends Error {
  override readonly name = 'NotPlainError';
}

/** Views whose bytes may cross; each is copied or moved by structured clone. */
const VIEWS = [Uint8Array, Uint8ClampedArray, Float32Array, BigInt64Array] as const;
/** A field of this name would reach an object's prototype wherever somebody copies it by assignment. */
const REFUSED_KEY = '__proto__';

/**
 * Refuses what no message of a plugin has to hold: anything but numbers, texts, booleans, `null`, lists, plain objects
 * and views of memory that is nobody else's. What passes has no accessors, no prototype of its own, no cycle, no holes
 * and no field `__proto__`, and is no larger than the limits.
 * @param value fresh from structured clone, anything
 * @returns how much it is
 * @throws NotPlainError
 */
export function assertPlain(value: unknown, limits: PlainLimits): PlainSize {
  const buffers = new Set<ArrayBufferLike>();
  let values = 0;
  let text = 0;
  let bytes = 0;
  const spell = (word: string): void => {
    text += word.length;
    if (text > limits.text) throw new NotPlainError('too much text');
  };
  const visit = (part: unknown, depth: number): void => {
    if (++values > limits.values) throw new NotPlainError('too many values');
    switch (typeof part) {
      case 'string':
        return spell(part);
      case 'number':
      case 'boolean':
      case 'undefined':
        return;
      case 'object':
        break;
      default:
        throw new NotPlainError(`a ${typeof part}`);
    }
    if (part === null) return;
    // A cycle goes on until it is too deep.
    if (depth >= limits.depth) throw new NotPlainError('too deep');
    if (ArrayBuffer.isView(part)) return weigh(part);
    const isList = Array.isArray(part);
    if (Object.getPrototypeOf(part) !== (isList ? Array.prototype : Object.prototype))
      throw new NotPlainError('neither a list nor a plain object');
    // Before its names are listed: a list may claim four thousand million items and hold none.
    if (isList && part.length > limits.values) throw new NotPlainError('too many values');
    const keys = Object.keys(part);
    if (isList && !isDense(part, keys)) throw new NotPlainError('a list with holes or fields');
    for (const key of keys) {
      if (!isList) spell(key);
      if (key === REFUSED_KEY) throw new NotPlainError('a field named __proto__');
      visit((part as Record<string, unknown>)[key], depth + 1);
    }
  };
  const weigh = (view: ArrayBufferView): void => {
    if (!VIEWS.some((kind) => Object.getPrototypeOf(view) === kind.prototype))
      throw new NotPlainError('a view of a kind that nobody asked for');
    const { buffer } = view;
    // Memory that is shared or can be resized could change after it was looked at.
    if (Object.getPrototypeOf(buffer) !== ArrayBuffer.prototype) throw new NotPlainError('shared memory');
    if ((buffer as ArrayBuffer).resizable) throw new NotPlainError('memory that can be resized');
    if (buffers.has(buffer)) return;
    buffers.add(buffer);
    // The whole block has come, however little of it is looked at.
    bytes += buffer.byteLength;
    if (bytes > limits.messageBytes) throw new NotPlainError('too many bytes');
  };
  visit(value, 0);
  return { bytes, text, values };
}

function isDense(list: readonly unknown[], keys: readonly string[]): boolean {
  // Indices come first and in order, so a list without holes ends with its last index.
  return keys.length === list.length && (list.length === 0 || keys.at(-1) === String(list.length - 1));
}
