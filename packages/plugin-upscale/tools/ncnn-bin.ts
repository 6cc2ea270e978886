import { halfToFloat } from './half-float.ts';

/** Flag in front of a weight blob that says "float16" (ncnn `modelbin.cpp`); 0 says float32. */
const FLOAT16_FLAG = 0x01306b47;

/** Reads the values of an ncnn `.bin` file from front to back; the `.param` file gives their number and order. */
export class NcnnBin {
  readonly #view: DataView;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** `count` plain float32, as biases are stored. */
  floats(count: number): Float32Array {
    const values = new Float32Array(count);
    for (let i = 0; i < count; i++) values[i] = this.#view.getFloat32(this.#offset + i * 4, true);
    this.#offset += count * 4;
    return values;
  }

  /**
   * A blob of `count` weights with its flag in front; float16 blobs are padded to whole 4 bytes.
   * @throws Error for quantised blobs.
   */
  weights(count: number): Float32Array {
    const flag = this.#view.getUint32(this.#offset, true);
    this.#offset += 4;
    if (flag === 0) return this.floats(count);
    if (flag !== FLOAT16_FLAG) throw new Error(`weights of kind 0x${flag.toString(16)} are not supported`);
    const values = new Float32Array(count);
    for (let i = 0; i < count; i++) {
      values[i] = halfToFloat(this.#view.getUint16(this.#offset + i * 2, true));
    }
    this.#offset += Math.ceil(count / 2) * 4;
    return values;
  }

  /** @throws Error unless every byte has been read, which a wrong reading of the `.param` file would not do. */
  expectEnd(): void {
    const rest = this.#view.byteLength - this.#offset;
    if (rest !== 0) throw new Error(`${rest} bytes of weights are left over`);
  }
}
