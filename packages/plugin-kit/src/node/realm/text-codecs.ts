const REPLACEMENT = 0xfffd;

/** Stands for the platform's TextEncoder. */
export class PlainTextEncoder {
  readonly encoding = 'utf-8';

  encode(text = ''): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(text.length * 3);
    let at = 0;
    // By characters: halves of surrogate pairs come alone and count as unreadable.
    for (const character of String(text)) {
      let code = character.codePointAt(0)!;
      if (code >= 0xd800 && code <= 0xdfff) code = REPLACEMENT;
      if (code < 0x80) bytes[at++] = code;
      else if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 63);
      } else {
        if (code < 0x10000) bytes[at++] = 0xe0 | (code >> 12);
        else {
          bytes[at++] = 0xf0 | (code >> 18);
          bytes[at++] = 0x80 | ((code >> 12) & 63);
        }
        bytes[at++] = 0x80 | ((code >> 6) & 63);
        bytes[at++] = 0x80 | (code & 63);
      }
    }
    return bytes.slice(0, at);
  }
}

/** Stands for the platform's TextDecoder, UTF-8 only and of whole texts. */
export class PlainTextDecoder {
  readonly encoding = 'utf-8';
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;

  constructor(label = 'utf-8', { fatal = false, ignoreBOM = false } = {}) {
    if (!/^\s*(utf-?8|unicode-1-1-utf-8)\s*$/i.test(label))
      throw new RangeError(`no decoder for "${label}" here`);
    this.fatal = fatal;
    this.ignoreBOM = ignoreBOM;
  }

  decode(input: ArrayBufferView | ArrayBuffer = new Uint8Array()): string {
    const bytes = ArrayBuffer.isView(input)
      ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
      : new Uint8Array(input);
    let text = '';
    let at = !this.ignoreBOM && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    let codes: number[] = [];
    while (at < bytes.length) {
      const { code, length } = readCharacter(bytes, at);
      if (code < 0 && this.fatal) throw new TypeError('The encoded data was not valid for encoding utf-8');
      codes.push(code < 0 ? REPLACEMENT : code);
      at += length;
      // Not all at once: a call takes only so many arguments.
      if (codes.length < 4096) continue;
      text += String.fromCodePoint(...codes);
      codes = [];
    }
    return text + String.fromCodePoint(...codes);
  }
}

/**
 * One character of UTF-8 by Unicode 16, table 3-7; a bad sequence gives -1 and the length of its longest good
 * beginning, at least 1, as the Encoding Standard asks for.
 */
function readCharacter(bytes: Uint8Array, at: number): { code: number; length: number } {
  const first = bytes[at]!;
  if (first < 0x80) return { code: first, length: 1 };
  const more =
    first >= 0xc2 && first <= 0xdf ? 1 : (first & 0xf0) === 0xe0 ? 2 : first >= 0xf0 && first <= 0xf4 ? 3 : 0;
  if (more === 0) return { code: -1, length: 1 };
  let code = first & (0x3f >> more);
  for (let i = 1; i <= more; i++) {
    const next = bytes[at + i] ?? 0;
    // The second byte rules out overlong forms, surrogates and what lies beyond Unicode.
    const low = i > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const high = i > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (next < low || next > high) return { code: -1, length: i };
    code = (code << 6) | (next & 0x3f);
  }
  return { code, length: more + 1 };
}
