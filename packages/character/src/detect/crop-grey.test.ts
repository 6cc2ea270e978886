import { expect, test } from 'vitest';
import { cropGrey } from './crop-grey.ts';

test('copies the part and nothing else', () => {
  const data = Uint8Array.from({ length: 12 }, (_, i) => i);
  const part = cropGrey({ width: 4, height: 3, data }, { x: 1, y: 1, width: 2, height: 2 });
  expect(part).toEqual({ width: 2, height: 2, data: Uint8Array.of(5, 6, 9, 10) });
  part.data.fill(0);
  expect(data[5]).toBe(5);
});
