import { expect, it } from 'vitest';
import { PlainImageData } from './image-data.ts';

it('holds RGBA of its size, given or empty', () => {
  expect(new PlainImageData(2, 3).data).toHaveLength(24);
  const data = new Uint8ClampedArray(16).fill(7);
  expect(new PlainImageData(data, 2)).toMatchObject({ width: 2, height: 2, data });
  expect(() => new PlainImageData(data, 3)).toThrow('does not fit');
  expect(() => new PlainImageData(data, 2, 3)).toThrow('does not fit');
});
