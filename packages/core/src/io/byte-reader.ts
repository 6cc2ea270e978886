import { fileDamaged } from './file-errors.ts';

/**
 * Checked reads from a file that may be cut short or hostile: a read that would leave the file throws
 * FILE_DAMAGED instead of giving `undefined`. Positions are absolute byte offsets; nothing is copied.
 */
export class ByteReader {
  readonly bytes: Uint8Array;
  readonly name: string | undefined;

  /** @param name the file's name, for error messages */
  constructor(bytes: Uint8Array, name?: string) {
    this.bytes = bytes;
    this.name = name;
  }

  /** Bytes in the file. */
  get length(): number {
    return this.bytes.length;
  }

  /** One byte, 0-255. */
  u8(at: number): number {
    const value = this.bytes[at];
    if (value === undefined) throw fileDamaged('it ends before the picture does', this.name);
    return value;
  }

  /** Big-endian, 0-65535. */
  u16be(at: number): number {
    return this.u8(at) * 0x100 + this.u8(at + 1);
  }

  /** Big-endian, 0 to 2^32 - 1. */
  u32be(at: number): number {
    return this.u16be(at) * 0x10000 + this.u16be(at + 2);
  }

  /** Little-endian, 0-65535. */
  u16le(at: number): number {
    return this.u8(at + 1) * 0x100 + this.u8(at);
  }

  /** Little-endian, 0 to 2^24 - 1. */
  u24le(at: number): number {
    return this.u8(at + 2) * 0x10000 + this.u16le(at);
  }

  /** Little-endian, 0 to 2^32 - 1. */
  u32le(at: number): number {
    return this.u16le(at + 2) * 0x10000 + this.u16le(at);
  }

  /** `count` bytes as Latin-1 characters: chunk names and signatures. */
  ascii(at: number, count: number): string {
    let text = '';
    for (let i = 0; i < count; i++) text += String.fromCharCode(this.u8(at + i));
    return text;
  }

  /** True if `text` (Latin-1) stands at `at`; false, never an error, where the file ends first. */
  startsWith(text: string, at = 0): boolean {
    return at >= 0 && at + text.length <= this.length && this.ascii(at, text.length) === text;
  }
}
