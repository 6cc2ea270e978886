const utf8 = new TextEncoder();

/** Wire types of the protobuf encoding (https://protobuf.dev/programming-guides/encoding/). */
export const WireType = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

/**
 * Writes one protobuf message, field by field, in the order of the calls, so that equal calls give equal bytes.
 * Large byte fields are kept by reference until {@link ProtoWriter.finish} and copied once.
 */
export class ProtoWriter {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  /** An int64 or enum; a negative number takes ten bytes, as protobuf has it. */
  int(field: number, value: number | bigint): this {
    this.#tag(field, WireType.varint);
    return this.#varint(BigInt.asUintN(64, BigInt(value)));
  }

  /** A 32-bit float. */
  float(field: number, value: number): this {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    this.#tag(field, WireType.fixed32);
    return this.#push(bytes);
  }

  /** A byte string. */
  bytes(field: number, value: Uint8Array): this {
    this.#tag(field, WireType.bytes).#varint(BigInt(value.length));
    return this.#push(value);
  }

  /** A UTF-8 string. */
  text(field: number, value: string): this {
    return this.bytes(field, utf8.encode(value));
  }

  /** A nested message, written by the callback. */
  message(field: number, write: (inner: ProtoWriter) => void): this {
    const inner = new ProtoWriter();
    write(inner);
    this.#tag(field, WireType.bytes).#varint(BigInt(inner.#length));
    // Not push(...parts): a spread call has a limit on its arguments.
    for (const part of inner.#parts) this.#push(part);
    return this;
  }

  /** The finished message in a buffer of its own. */
  finish(): Uint8Array<ArrayBuffer> {
    const out = new Uint8Array(this.#length);
    let offset = 0;
    for (const part of this.#parts) {
      out.set(part, offset);
      offset += part.length;
    }
    return out;
  }

  #tag(field: number, wireType: number): this {
    return this.#varint(BigInt(field * 8 + wireType));
  }

  #varint(value: bigint): this {
    const bytes: number[] = [];
    let rest = value;
    while (rest > 127n) {
      bytes.push(Number(rest & 127n) | 128);
      rest >>= 7n;
    }
    bytes.push(Number(rest));
    return this.#push(Uint8Array.from(bytes));
  }

  #push(part: Uint8Array): this {
    this.#parts.push(part);
    this.#length += part.length;
    return this;
  }
}
