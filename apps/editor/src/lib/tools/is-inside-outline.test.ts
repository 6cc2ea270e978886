import { maskOutline } from '@koma/core/tools';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInsideOutline } from './is-inside-outline.ts';

test('a pixel is inside the outline exactly where the mask covers it', () => {
  const bits = fc.uint8Array({ minLength: 56, maxLength: 56 });
  fc.assert(
    fc.property(bits, (bytes) => {
      const data = bytes.map((byte) => (byte & 1 ? 255 : 0));
      const outline = maskOutline({ x: 3, y: -2, width: 8, height: 7, data });
      for (let y = 0; y < 7; y++)
        for (let x = 0; x < 8; x++)
          expect(isInsideOutline(outline, x + 3.5, y - 1.5)).toBe(data[y * 8 + x] === 255);
    }),
  );
});
