import { ByteReader } from './byte-reader.ts';

/** One chunk: its four-character code and its data, which is a view of the file. */
export interface RiffChunk {
  readonly type: string;
  readonly data: ByteReader;
}

/** Code and length before a chunk's data. */
const CHUNK_HEADER_SIZE = 8;

/**
 * Lists the RIFF chunks between two offsets (RFC 9649 section 2.3): lengths are little-endian and odd
 * ones are padded with a byte, which the last chunk of a file may lack. The chunk that runs past `end`
 * is given as far as it goes, and `complete` is then false.
 * @param end at most `reader.length`
 */
export function readRiffChunks(
  reader: ByteReader,
  start: number,
  end: number,
): { chunks: RiffChunk[]; complete: boolean } {
  const chunks: RiffChunk[] = [];
  let at = start;
  while (at + CHUNK_HEADER_SIZE <= end) {
    const length = reader.u32le(at + 4);
    const from = at + CHUNK_HEADER_SIZE;
    const to = Math.min(end, from + length);
    chunks.push({
      type: reader.ascii(at, 4),
      data: new ByteReader(reader.bytes.subarray(from, to), reader.name),
    });
    if (from + length > end) return { chunks, complete: false };
    at = from + length + (length % 2);
  }
  return { chunks, complete: at >= end };
}
