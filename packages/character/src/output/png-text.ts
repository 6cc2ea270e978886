import { CharacterError } from '../character-error.ts';

/** The keyword of the text chunk in which a picture carries its character. */
export const CHARACTER_KEYWORD = 'koma-character';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** Chunk types as big-endian numbers. */
const IHDR = 0x49484452;
const IEND = 0x49454e44;
const ITXT = 0x69545874;
const TEXT = 0x74455874;
/** More text than any character has; what claims more is not read. */
const MAX_TEXT_BYTES = 1 << 20;

interface Chunk {
  readonly type: number;
  /** Offsets of the whole chunk, its length field and CRC included, and of its data. */
  readonly start: number;
  readonly end: number;
  readonly data: Uint8Array;
}

/**
 * A PNG with a text put into it, uncompressed UTF-8 in an iTXt chunk before the end (PNG Third Edition,
 * section 11.3.3.4); any text of the same keyword is replaced. The picture itself is not touched.
 *
 * @param keyword 1 to 79 Latin letters, digits, spaces or punctuation.
 * @throws CharacterError `PNG_INVALID` where the bytes are no whole PNG
 */
export function writePngText(png: Uint8Array, keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const chunks = readChunks(png);
  const kept = chunks.filter((chunk) => textOf(chunk, keyword) === undefined);
  // Keyword, end of keyword, no compression (2 bytes), no language tag and no translated keyword.
  const head = [...new TextEncoder().encode(keyword), 0, 0, 0, 0, 0];
  const body = new TextEncoder().encode(text);
  const written = makeChunk(ITXT, head, body);
  const size = SIGNATURE.length + written.length + kept.reduce((sum, { start, end }) => sum + end - start, 0);
  const result = new Uint8Array(size);
  result.set(SIGNATURE);
  let at: number = SIGNATURE.length;
  for (const { type, start, end } of kept) {
    if (type === IEND) {
      result.set(written, at);
      at += written.length;
    }
    result.set(png.subarray(start, end), at);
    at += end - start;
  }
  return result;
}

/**
 * The text that a PNG carries under a keyword, of an uncompressed iTXt or a tEXt chunk.
 *
 * @returns undefined where it has none
 * @throws CharacterError `PNG_INVALID` where the bytes are no whole PNG
 */
export function readPngText(png: Uint8Array, keyword: string): string | undefined {
  for (const chunk of readChunks(png)) {
    const text = textOf(chunk, keyword);
    if (text !== undefined) return text;
  }
  return undefined;
}

function textOf({ type, data }: Chunk, keyword: string): string | undefined {
  if ((type !== ITXT && type !== TEXT) || data.length > MAX_TEXT_BYTES) return undefined;
  const end = data.indexOf(0);
  if (end < 0 || latin1(data.subarray(0, end)) !== keyword) return undefined;
  if (type === TEXT) return latin1(data.subarray(end + 1));
  const compressed = data[end + 1] !== 0;
  const language = data.indexOf(0, end + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (compressed || translated < 0) return undefined;
  return new TextDecoder().decode(data.subarray(translated + 1));
}

const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** All chunks, checked: signature, lengths, checksums, IHDR first and IEND last. */
function readChunks(png: Uint8Array): Chunk[] {
  if (SIGNATURE.some((byte, i) => png[i] !== byte)) throw invalid('it does not begin as a PNG does');
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  let at: number = SIGNATURE.length;
  for (;;) {
    if (at + 12 > png.length) throw invalid('it ends too early');
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > png.length) throw invalid('it ends too early');
    if (crc32(png.subarray(at + 4, end - 4)) !== view.getUint32(end - 4))
      throw invalid('a checksum in it is wrong');
    const type = view.getUint32(at + 4);
    if (chunks.length === 0 && type !== IHDR) throw invalid('its header is missing');
    chunks.push({ type, start: at, end, data: png.subarray(at + 8, end - 4) });
    if (type === IEND) return chunks;
    at = end;
  }
}

function invalid(reason: string): CharacterError {
  return new CharacterError(
    'PNG_INVALID',
    `This is not a whole PNG picture: ${reason}. Open one that Koma wrote.`,
    { reason },
  );
}

function makeChunk(type: number, head: readonly number[], body: Uint8Array): Uint8Array {
  const length = head.length + body.length;
  const bytes = new Uint8Array(12 + length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, length);
  view.setUint32(4, type);
  bytes.set(head, 8);
  bytes.set(body, 8 + head.length);
  view.setUint32(8 + length, crc32(bytes.subarray(4, 8 + length)));
  return bytes;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** CRC-32 as PNG chunks carry it (PNG Third Edition, annex D). */
function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = CRC_TABLE[(c ^ byte) & 255]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
