import { partClasses } from '@koma/character';
import { expect, test } from 'vitest';
import { blankRecord, channels, forEachPixel, layOver, offsets, STRIDE } from './record-pixels.ts';

test('the offsets are those of the channels', () => {
  expect(STRIDE).toBe(10);
  expect(channels[offsets.line]).toBe('line');
  expect(channels[offsets.colour]).toBe('red');
  expect(channels[offsets.painted]).toBe('painted');
  expect(channels[offsets.part]).toBe('part');
  expect(channels[offsets.style]).toBe('styleRed');
  expect(channels[offsets.stylePart]).toBe('stylePart');
});

test('a blank record is white paper', () => {
  expect(partClasses[0]).toBe('background');
  const pixel = [255, 255, 255, 255, 0, 0, 255, 255, 255, 0];
  expect([...blankRecord(2)]).toEqual([...pixel, ...pixel, ...pixel, ...pixel]);
});

/** A picture of two pixels below each other in the second column of a square of 3. */
const picture = {
  left: 1,
  top: 1,
  width: 1,
  height: 2,
  pixels: Uint8Array.of(128, 0, 64, 128, 10, 20, 30, 255),
};

test('pixels are visited where they are in the square', () => {
  const visits: [number, number][] = [];
  forEachPixel(picture, 3, (from, to) => visits.push([from, to / STRIDE]));
  expect(visits).toEqual([
    [0, 4],
    [4, 7],
  ]);
});

test('premultiplied pixels lie over what is there', () => {
  const record = blankRecord(3);
  layOver(record, offsets.style, picture, 3);
  const colours = (pixel: number): number[] => [
    ...record.subarray(pixel * STRIDE + offsets.style, pixel * STRIDE + offsets.style + 3),
  ];
  expect(colours(4)).toEqual([255, 127, 191]);
  expect(colours(7)).toEqual([10, 20, 30]);
  expect(colours(5)).toEqual([255, 255, 255]);
  // Nothing else changes.
  expect([...record.subarray(4 * STRIDE, 4 * STRIDE + offsets.style)]).toEqual([255, 255, 255, 255, 0, 0]);
});
