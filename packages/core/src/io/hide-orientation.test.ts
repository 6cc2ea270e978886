import { expect, it } from 'vitest';
import { hideOrientation } from './hide-orientation.ts';
import { inspectImage } from './inspect-image.ts';
import { readFixture } from './read-fixture.test-helper.ts';

it('makes a WebP look upright to a decoder, and changes nothing else', () => {
  const bytes = new Uint8Array(readFixture('good/orient-6.webp'));
  expect(inspectImage(bytes).orientation).toBe(6);
  const hidden = hideOrientation(bytes, 'webp');
  expect(inspectImage(hidden).orientation).toBe(1);
  expect(hidden.filter((value, i) => value !== bytes[i])).toHaveLength(1);
  expect(inspectImage(bytes).orientation).toBe(6);
});

it('leaves JPEGs alone', () => {
  const bytes = new Uint8Array(readFixture('good/orient-6.jpg'));
  expect(hideOrientation(bytes, 'jpeg')).toBe(bytes);
});
