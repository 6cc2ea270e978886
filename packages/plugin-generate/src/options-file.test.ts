import { encodePng } from '@koma/core/io';
import { createImage } from '@koma/core/raster';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOptionsFile, writeOptionsFile } from './options-file.ts';
import { sampleOptions } from './sample-options.ts';

const posed = { ...sampleOptions(1, { pose: 'waving' }), jointAngles: 'waving;lean=9' };
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const png = (): Promise<Uint8Array> => encodePng(createImage(3, 2));

describe('options in files', () => {
  it('come back from JSON and from a PNG', async () => {
    const picture = await png();
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const options = sampleOptions(seed, {});
        expect(readOptionsFile(writeOptionsFile(options))).toEqual(options);
        expect(readOptionsFile(writeOptionsFile(options, picture))).toEqual(options);
      }),
      { numRuns: 30 },
    );
    expect(readOptionsFile(writeOptionsFile(posed, picture))).toEqual(posed);
  });

  it('replace those that a PNG had before', async () => {
    const first = writeOptionsFile(sampleOptions(1, {}), await png());
    expect(readOptionsFile(writeOptionsFile(posed, first))).toEqual(posed);
  });

  it('have defaults for what an older file does not say', () => {
    const { outfit } = readOptionsFile(text('{"version":1,"seed":7,"attributes":{"hairColor":"pink"}}'));
    expect(outfit).toBe('sailor');
  });
});

describe('readOptionsFile', () => {
  it.each<[string, Uint8Array | (() => Promise<Uint8Array>), string]>([
    ['nothing', new Uint8Array(), 'OPTIONS_MISSING'],
    ['a foreign PNG', png, 'OPTIONS_MISSING'],
    ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'OPTIONS_MISSING'],
    ['a text', text('Dear diary'), 'OPTIONS_MISSING'],
    ['a list', text('[1, 2]'), 'OPTIONS_MISSING'],
    ['what is too large', new Uint8Array(2 ** 21).fill(0x7b), 'OPTIONS_MISSING'],
    ['a PNG cut short', async () => (await png()).subarray(0, 30), 'OPTIONS_INVALID'],
    ['JSON cut short', text('{"version":1,"seed":7'), 'OPTIONS_INVALID'],
    ['other JSON', text('{"name":"koma"}'), 'OPTIONS_INVALID'],
    [
      'an attribute that is not there',
      text('{"version":1,"seed":7,"attributes":{"wings":1}}'),
      'OPTIONS_INVALID',
    ],
    ['a value that is not there', text('{"version":1,"seed":7,"attributes":{"yaw":999}}'), 'OPTIONS_INVALID'],
    [
      'a pose that is none',
      text('{"version":1,"seed":7,"attributes":{"jointAngles":"x"}}'),
      'OPTIONS_INVALID',
    ],
    ['a newer version', text('{"version":99,"seed":7,"attributes":{}}'), 'OPTIONS_TOO_NEW'],
  ])('refuses %s', async (_, file, code) => {
    const bytes = typeof file === 'function' ? await file() : file;
    expect(() => readOptionsFile(bytes)).toThrow(expect.objectContaining({ name: 'KomaError', code }));
  });

  it('says which versions it knows', () => {
    expect(() => readOptionsFile(text('{"version":99,"seed":7,"attributes":{}}'))).toThrow(
      expect.objectContaining({ details: { version: 99, supported: 1 } }),
    );
  });
});

describe('writeOptionsFile', () => {
  it('refuses a picture that is no PNG', () => {
    expect(() => writeOptionsFile(posed, text('no picture'))).toThrow(
      expect.objectContaining({ code: 'OPTIONS_INVALID' }),
    );
  });
});
