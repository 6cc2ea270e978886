import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tileKey, tileX, tileY } from './tile-key.ts';

const place = fc.integer({ min: -32768, max: 32767 });

test('a key gives back the place it was made from', () => {
  fc.assert(
    fc.property(place, place, (tx, ty) => {
      const key = tileKey(tx, ty);
      expect([tileX(key), tileY(key)]).toEqual([tx, ty]);
    }),
  );
});

test('different places have different keys, safe as integers', () => {
  fc.assert(
    fc.property(place, place, place, place, (ax, ay, bx, by) => {
      expect(tileKey(ax, ay) === tileKey(bx, by)).toBe(ax === bx && ay === by);
      expect(Number.isSafeInteger(tileKey(ax, ay))).toBe(true);
    }),
  );
});
