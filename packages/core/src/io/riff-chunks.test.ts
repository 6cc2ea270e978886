import { describe, expect, it } from 'vitest';
import { le, riffChunks } from './build-file.test-helper.ts';
import { ByteReader } from './byte-reader.ts';
import { readRiffChunks } from './riff-chunks.ts';

function read(bytes: number[]) {
  const { chunks, complete } = readRiffChunks(new ByteReader(Uint8Array.from(bytes)), 0, bytes.length);
  return { chunks: chunks.map((chunk) => [chunk.type, [...chunk.data.bytes]]), complete };
}

const TWO = riffChunks(['ICCP', [1, 2, 3]], ['VP8 ', [4, 5]]);

describe('readRiffChunks', () => {
  it('lists chunks and skips their padding', () => {
    expect(read(TWO)).toEqual({
      chunks: [
        ['ICCP', [1, 2, 3]],
        ['VP8 ', [4, 5]],
      ],
      complete: true,
    });
    expect(read([])).toEqual({ chunks: [], complete: true });
  });

  it('gives what there is of a chunk that is cut', () => {
    expect(read(TWO.slice(0, -1))).toEqual({
      chunks: [
        ['ICCP', [1, 2, 3]],
        ['VP8 ', [4]],
      ],
      complete: false,
    });
  });

  it('allows the last padding byte to be missing, but no half a chunk header', () => {
    expect(read(riffChunks(['ICCP', [1]]).slice(0, -1)).complete).toBe(true);
    expect(read([...TWO, 1, 2, 3]).complete).toBe(false);
  });

  it('does not run away with a huge length', () => {
    const bytes = [...riffChunks(['VP8 ', [1]])];
    bytes.splice(4, 4, ...le(0xffffffff, 4));
    expect(read(bytes)).toEqual({ chunks: [['VP8 ', [1, 0]]], complete: false });
  });
});
