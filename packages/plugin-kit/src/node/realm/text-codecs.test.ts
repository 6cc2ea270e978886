import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlainTextDecoder, PlainTextEncoder } from './text-codecs.ts';

describe('PlainTextEncoder and PlainTextDecoder', () => {
  it('agree with the platform on every text', () => {
    const code = fc.oneof(fc.nat(0x7f), fc.nat(0x7ff), fc.nat(0xffff), fc.nat(0x10ffff));
    fc.assert(
      fc.property(fc.array(code), (codes) => {
        const text = String.fromCodePoint(...codes);
        const bytes = new TextEncoder().encode(text);
        expect(new PlainTextEncoder().encode(text)).toEqual(bytes);
        expect(new PlainTextDecoder().decode(bytes)).toBe(new TextDecoder().decode(bytes));
      }),
    );
    expect(new PlainTextEncoder().encode('a\ud800b')).toEqual(new TextEncoder().encode('a\ud800b'));
    const long = '漫画'.repeat(5000);
    expect(new PlainTextDecoder().decode(new PlainTextEncoder().encode(long))).toBe(long);
  });

  it('agree with the platform on bytes that are no text', () => {
    const byte = fc.constantFrom(
      0,
      65,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc0,
      0xc2,
      0xe0,
      0xed,
      0xef,
      0xbb,
      0xf0,
      0xf4,
      0xf5,
      0xff,
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 12 }), (list) => {
        const bytes = new Uint8Array(list);
        expect(new PlainTextDecoder().decode(bytes)).toBe(new TextDecoder().decode(bytes));
        const strict = { fatal: true, ignoreBOM: true };
        let [ours, theirs] = ['refused', 'refused'];
        try {
          theirs = new TextDecoder('utf-8', strict).decode(bytes);
        } catch {
          // Not UTF-8.
        }
        try {
          ours = new PlainTextDecoder('utf-8', strict).decode(bytes);
        } catch {
          // Not UTF-8.
        }
        expect(ours).toBe(theirs);
      }),
      { numRuns: 500 },
    );
  });

  it('decode parts of buffers, and no other encoding', () => {
    const bytes = new TextEncoder().encode('koma');
    expect(new PlainTextDecoder().decode(bytes.subarray(1, 3))).toBe('om');
    expect(new PlainTextDecoder('UTF8').decode(bytes.buffer)).toBe('koma');
    expect(() => new PlainTextDecoder('shift-jis')).toThrow('no decoder');
  });
});
