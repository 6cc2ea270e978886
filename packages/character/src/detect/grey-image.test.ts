import { expect, test } from 'vitest';
import { equalize, resizeGrey, roundEven, toGrey } from './grey-image.ts';

const image = (width: number, ...data: number[]) => ({
  width,
  height: data.length / width,
  data: Uint8Array.from(data),
});

test('luma weighs red, green and blue as BT.601 does', () => {
  const { data } = toGrey(
    Uint8Array.of(255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 0),
    4,
    1,
  );
  expect([...data]).toEqual([76, 150, 29, 255]);
});

test('equalising spreads values by their rank', () => {
  // The darkest become 0; the others go by how many are at most as light, the darkest left out.
  expect([...equalize(image(5, 10, 10, 20, 30, 30)).data]).toEqual([0, 0, 85, 255, 255]);
  expect([...equalize(image(3, 7, 7, 7)).data]).toEqual([7, 7, 7]);
});

test('halves are rounded to the even neighbour', () => {
  expect([0.5, 1.5, 2.5, 2.4, 2.6].map(roundEven)).toEqual([0, 2, 2, 2, 3]);
});

test('making a picture smaller interpolates between pixel centres', () => {
  expect([...resizeGrey(image(4, 0, 100, 200, 40), 2, 1).data]).toEqual([50, 120]);
  expect([...resizeGrey(image(2, 0, 100, 200, 44), 1, 1).data]).toEqual([86]);
  // Beyond the outermost centres the edge goes on.
  expect([...resizeGrey(image(2, 0, 100), 4, 1).data]).toEqual([0, 25, 75, 100]);
});
