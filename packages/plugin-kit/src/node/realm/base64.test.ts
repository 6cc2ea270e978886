import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainAtob, plainBtoa } from './base64.ts';

it('agrees with the platform on all bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
      expect(plainBtoa(binary)).toBe(btoa(binary));
      expect(plainAtob(btoa(binary))).toBe(binary);
      expect(plainAtob(btoa(binary).replace(/=+$/, ''))).toBe(binary);
    }),
  );
});

it('refuses what the platform refuses', () => {
  for (const text of ['a', 'ab=c', '=', 'a$==', 'ab===']) {
    expect(() => atob(text), text).toThrow(/correct|Invalid/);
    expect(() => plainAtob(text), text).toThrow('not base64');
  }
  expect(() => plainBtoa('漫')).toThrow('beyond Latin 1');
  expect(plainAtob(' a\nGk= ')).toBe(atob(' a\nGk= '));
});
