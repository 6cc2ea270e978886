import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writeZip } from './write-zip.ts';

const text = (value: string) => new TextEncoder().encode(value);
const files = [
  { name: 'mimetype', bytes: text('image/openraster') },
  { name: 'a/線画.txt', bytes: text('a'.repeat(1000)), deflate: true },
  { name: '0', bytes: new Uint8Array(0) },
];

it('puts the first file first and as it is, so that a type can be told from the first bytes', () => {
  const zip = writeZip([files[0]!, files[1]!]);
  expect(new TextDecoder().decode(zip.subarray(30, 54))).toBe('mimetypeimage/openraster');
});

it('packs what is told to be packed, and all of it comes back', () => {
  const zip = writeZip(files);
  expect(zip.length).toBeLessThan(500);
  expect(unzipSync(zip)).toEqual(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
});

it('gives the same bytes whenever it is called', async () => {
  const first = writeZip(files);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(writeZip(files)).toEqual(first);
  expect(new DataView(first.buffer).getUint16(12, true)).toBe(0b0000000_0001_00001);
});
