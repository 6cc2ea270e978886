import { expect, it } from 'vitest';
import { encode } from 'fast-png';
import { iconOf } from './icon-of.ts';
import { tinyManifest } from './manifest.test-helper.ts';

const png = (width: number, height: number) =>
  new Uint8Array(encode({ width, height, data: new Uint8Array(width * height * 4) }));
const iconFrom = (bytes: Uint8Array<ArrayBuffer>, icon = 'icon.png') =>
  iconOf({ manifest: { ...tinyManifest(), icon }, files: new Map([['icon.png', bytes]]) });

it('is the file, as an address', () => {
  const bytes = png(64, 64);
  const address = iconFrom(bytes)!;
  expect(address).toMatch(/^data:image\/png;base64,/);
  expect(Buffer.from(address.split(',')[1]!, 'base64')).toEqual(Buffer.from(bytes));
});

it('is none where the manifest names none, or a file that is not there', () => {
  expect(iconOf({ manifest: tinyManifest(), files: new Map() })).toBeUndefined();
  expect(iconFrom(png(64, 64), 'other.png')).toBeUndefined();
});

it.each([
  ['too small', png(15, 15)],
  ['too large', png(513, 513)],
  ['not square', png(32, 64)],
  ['cut off', png(64, 64).slice(0, 20)],
  ['no PNG', new Uint8Array(200)],
])('is none where it is %s', (_, bytes) => {
  expect(iconFrom(bytes)).toBeUndefined();
});
