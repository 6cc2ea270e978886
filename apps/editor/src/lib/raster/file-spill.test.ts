import assert from 'node:assert/strict';
import { describe, expect, it } from 'vitest';
import { fileSpill, type SpillFile } from './file-spill.ts';

/** A file in memory that has room for so many bytes, or throws as browsers do where a quota is exceeded. */
class FakeFile implements SpillFile {
  bytes = new Uint8Array(0);
  room: number;
  isStrict = false;

  constructor(room = Infinity) {
    this.room = room;
  }

  read(into: Uint8Array, { at }: { at: number }): number {
    assert(into.buffer instanceof ArrayBuffer);
    const part = this.bytes.subarray(at, at + into.length);
    into.set(part);
    return part.length;
  }

  write(from: Uint8Array, { at }: { at: number }): number {
    assert(from.buffer instanceof ArrayBuffer);
    const length = Math.max(0, Math.min(from.length, this.room - at));
    if (length < from.length && this.isStrict) throw new Error('QuotaExceededError');
    const next = new Uint8Array(Math.max(this.bytes.length, at + length));
    next.set(this.bytes);
    next.set(from.subarray(0, length), at);
    this.bytes = next;
    return length;
  }
}

const piece = (value: number, length = 8) => new Uint8Array(length).fill(value);

describe('a spill into a file', () => {
  it('gives back what was put into it', () => {
    const spill = fileSpill(new FakeFile());
    const places = [1, 2, 3].map((value) => spill.write(piece(value, value * 4)));
    for (const [i, place] of places.entries()) {
      const into = new Uint8Array((i + 1) * 4);
      spill.read(place, into);
      expect(into).toEqual(piece(i + 1, (i + 1) * 4));
    }
  });

  it('uses what was freed again, for pieces of the same length', () => {
    const file = new FakeFile();
    const spill = fileSpill(file);
    const [a, b] = [spill.write(piece(1)), spill.write(piece(2))];
    spill.free(a, 8);
    spill.write(piece(9, 4));
    expect(file.bytes.length).toBe(20);
    expect(spill.write(piece(3))).toBe(a);
    expect(file.bytes.length).toBe(20);
    const into = piece(0);
    spill.read(b, into);
    expect(into).toEqual(piece(2));
  });

  it('grows no larger than what was ever in it at once', () => {
    const file = new FakeFile();
    const spill = fileSpill(file);
    for (let i = 0; i < 100; i++) {
      const places = [spill.write(piece(i)), spill.write(piece(i, 16))];
      spill.free(places[0]!, 8);
      spill.free(places[1]!, 16);
    }
    expect(file.bytes.length).toBe(24);
  });

  it.each([true, false])(
    'says that the disk is full, and goes on with the room there is (%s)',
    (isStrict) => {
      const file = new FakeFile(16);
      file.isStrict = isStrict;
      const spill = fileSpill(file);
      const [a, b] = [spill.write(piece(1)), spill.write(piece(2))];
      expect(() => spill.write(piece(3))).toThrow(/full|Quota/);
      spill.free(a, 8);
      expect(spill.write(piece(4))).toBe(a);
      file.room = 0;
      spill.free(b, 8);
      expect(() => spill.write(piece(5))).toThrow(/full|Quota/);
      file.room = 16;
      // The place is still known.
      expect(spill.write(piece(6))).toBe(b);
      expect(() => spill.write(piece(7))).toThrow(/full|Quota/);
    },
  );

  it('says when what it held is gone', () => {
    const file = new FakeFile();
    const spill = fileSpill(file);
    const place = spill.write(piece(1));
    file.bytes = file.bytes.slice(0, 3);
    expect(() => spill.read(place, piece(0))).toThrow('gone');
  });

  it('hands the file no shared memory', () => {
    const spill = fileSpill(new FakeFile());
    const shared = new Uint8Array(new SharedArrayBuffer(8)).fill(7);
    const place = spill.write(shared);
    const into = new Uint8Array(new SharedArrayBuffer(8));
    spill.read(place, into);
    expect([...into]).toEqual(Array(8).fill(7));
  });
});
