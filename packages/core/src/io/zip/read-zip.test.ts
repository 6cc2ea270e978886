import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readZip } from './read-zip.ts';

const text = (value: string) => new TextEncoder().encode(value);
const CONTENT = text('To be or not to be. '.repeat(50));
/** Offsets in local and central headers (APPNOTE.TXT 4.3.7 and 4.3.12). */
const CENTRAL_SIZE = 24;

function zip(): Uint8Array<ArrayBuffer> {
  return zipSync({ 'stored.txt': [CONTENT, { level: 0 }], 'a/packed.txt': CONTENT, '線画.txt': text('線') });
}

/** Where the central header of an entry begins. */
function centralOf(bytes: Uint8Array, index: number): number {
  const view = new DataView(bytes.buffer);
  let at = view.getUint32(bytes.length - 22 + 16, true);
  for (let i = 0; i < index; i++) at += 46 + view.getUint16(at + 28, true);
  return at;
}

it('lists entries and unpacks them, stored and deflated', () => {
  const archive = readZip(zip())!;
  expect([...archive.entries.keys()]).toEqual(['stored.txt', 'a/packed.txt', '線画.txt']);
  expect(archive.unpack(archive.entries.get('stored.txt')!)).toEqual(CONTENT);
  expect(archive.unpack(archive.entries.get('a/packed.txt')!)).toEqual(CONTENT);
  expect(archive.unpack(archive.entries.get('線画.txt')!)).toEqual(text('線'));
});

it('takes a comment at the end for what it is', () => {
  const plain = zip();
  const bytes = new Uint8Array(plain.length + 5);
  bytes.set(plain);
  bytes.set(text('hello'), plain.length);
  expect(() => readZip(bytes)).toThrow('list of its contents is missing');
  new DataView(bytes.buffer).setUint16(plain.length - 2, 5, true);
  expect(readZip(bytes)!.entries.size).toBe(3);
});

it.each([[text('')], [text('PK')], [text('GIF89a, and more of it than a header')]])(
  'is no archive: %s',
  (bytes) => {
    expect(readZip(bytes)).toBeUndefined();
  },
);

it('refuses a file that is cut short, wherever', () => {
  const bytes = zip();
  for (let length = 4; length < bytes.length; length++)
    expect(() => readZip(bytes.slice(0, length), 'x.zip'), String(length)).toThrow(
      expect.objectContaining({ code: 'FILE_DAMAGED', details: expect.objectContaining({ name: 'x.zip' }) }),
    );
});

it('refuses an archive with two entries of one name', () => {
  const bytes = zipSync({ 'one.txt': CONTENT, 'two.txt': CONTENT });
  bytes.set(text('one'), centralOf(bytes, 1) + 46);
  expect(() => readZip(bytes)).toThrow('"one.txt" is in it twice');
});

it('refuses an encrypted entry', () => {
  const bytes = zip();
  bytes[centralOf(bytes, 0) + 8]! |= 1;
  expect(() => readZip(bytes)).toThrow('encrypted');
});

it.each([
  ['more', 1],
  ['less', -1],
  ['gigabytes', 2 ** 31],
])('refuses an entry that claims to unpack to %s than it does', (_, difference) => {
  const bytes = zip();
  for (const index of [0, 1]) {
    const at = centralOf(bytes, index) + CENTRAL_SIZE;
    new DataView(bytes.buffer).setUint32(at, CONTENT.length + difference, true);
  }
  const archive = readZip(bytes)!;
  for (const name of ['stored.txt', 'a/packed.txt'])
    expect(() => archive.unpack(archive.entries.get(name)!)).toThrow(`"${name}" in it is broken`);
});

it('unpacks no more of a bomb than it declares', () => {
  const bytes = zipSync({ bomb: new Uint8Array(2 ** 24) });
  expect(bytes.length).toBeLessThan(2 ** 15);
  new DataView(bytes.buffer).setUint32(centralOf(bytes, 0) + CENTRAL_SIZE, 100, true);
  const archive = readZip(bytes)!;
  expect(() => archive.unpack(archive.entries.get('bomb')!)).toThrow('"bomb" in it is broken');
});

it('refuses a way of packing that it does not know', () => {
  const bytes = zip();
  bytes[centralOf(bytes, 1) + 10] = 14;
  const archive = readZip(bytes)!;
  expect(() => archive.unpack(archive.entries.get('a/packed.txt')!)).toThrow(
    '"a/packed.txt" in it is broken',
  );
});
