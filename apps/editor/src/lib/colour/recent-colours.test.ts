import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_RECENT, withRecent } from './recent-colours.ts';

const use = (colours: readonly string[]) =>
  colours.reduce<string[]>((recent, colour) => withRecent(recent, colour), []);

describe('withRecent', () => {
  it('moves a colour that is used again to the front', () => {
    expect(use(['#000000', '#ff0000', '#00ff00', '#ff0000'])).toEqual(['#ff0000', '#00ff00', '#000000']);
  });

  it('keeps the last different colours, most recent first', () => {
    const colour = fc.nat(30).map((n) => `#0000${n.toString(16).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(colour, { maxLength: 60 }), (used) => {
        const expected: string[] = [];
        for (const colour of used.toReversed())
          if (!expected.includes(colour) && expected.length < MAX_RECENT) expected.push(colour);
        expect(use(used)).toEqual(expected);
      }),
    );
  });
});
