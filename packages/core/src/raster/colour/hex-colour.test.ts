import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHex, parseHex } from './hex-colour.ts';

const code = fc.nat(255);

describe('parseHex', () => {
  it.each([
    ['#ff8000', 255, 128, 0],
    ['FF8000', 255, 128, 0],
    ['  #Ff8000\n', 255, 128, 0],
    ['# 0a0b0c', 10, 11, 12],
    ['#f80', 255, 136, 0],
    ['abc', 170, 187, 204],
  ])('reads %j', (text, r, g, b) => {
    expect(parseHex(text)).toEqual({ r, g, b });
  });

  it.each(['', '#', '#ff', '#ffff', '#fffff', '#fffffff', '#ff80zz', 'red', '##fff', '# ff 80 00', '-1ffff'])(
    'finds no colour in %j',
    (text) => {
      expect(parseHex(text)).toBeUndefined();
    },
  );

  it('never reads anything but three or six digits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), (text) => {
        const digits = text.trim().replace(/^#/, '').trim();
        const isColour =
          [3, 6].includes(digits.length) && [...digits].every((c) => '0123456789abcdefABCDEF'.includes(c));
        expect(parseHex(text) !== undefined).toBe(isColour);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('formatHex', () => {
  it('is undone by parseHex', () => {
    fc.assert(
      fc.property(code, code, code, (r, g, b) => {
        const text = formatHex({ r, g, b });
        expect(text).toMatch(/^#[\da-f]{6}$/);
        expect(parseHex(text)).toEqual({ r, g, b });
        expect(parseHex(text.toUpperCase())).toEqual({ r, g, b });
      }),
    );
  });

  it('rounds and clamps', () => {
    expect(formatHex({ r: -3, g: 15.6, b: 300 })).toBe('#0010ff');
  });
});
