import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KomaError } from '../errors.ts';
import { inspectImage } from './inspect-image.ts';
import { readJpegHeader } from './jpeg-header.ts';
import { readPngHeader } from './png-header.ts';
import { listFixtures, readFixture } from './read-fixture.test-helper.ts';
import { readWebpHeader } from './webp-header.ts';

const good = listFixtures('good').map(readFixture);
const REFUSALS = new Set(['FILE_EMPTY', 'FILE_NOT_AN_IMAGE', 'FILE_DAMAGED']);
const READERS = [inspectImage, readPngHeader, readJpegHeader, readWebpHeader];

/** 'accepted', or the error's code; anything that is not a KomaError goes through and fails the test. */
function outcome(read: (bytes: Uint8Array) => unknown, bytes: Uint8Array): string {
  try {
    read(bytes);
    return 'accepted';
  } catch (error) {
    if (error instanceof KomaError) return error.code;
    throw error;
  }
}

const flips = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 });

describe('inspectImage, with files that are not what they were', () => {
  it('refuses every file cut anywhere', () => {
    for (const file of good) {
      for (let length = 0; length < file.length; length++) {
        const code = outcome(inspectImage, file.subarray(0, length));
        if (!REFUSALS.has(code)) expect([length, code]).toEqual([length, 'refused']);
      }
    }
  });

  it('accepts the same files whole, so the test above can fail', () => {
    for (const file of good) expect(outcome(inspectImage, file)).toBe('accepted');
  });

  it('accepts or refuses, but never breaks on, files with changed bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...good), flips, (file, changes) => {
        const bytes = file.slice();
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        for (const read of READERS) outcome(read, bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it('the same, with the changes where the headers are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...good), flips, (file, changes) => {
        const bytes = file.slice();
        for (const [at, value] of changes) bytes[at % Math.min(64, bytes.length)] = value;
        for (const read of READERS) outcome(read, bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it('the same, with random bytes after each signature', () => {
    const signatures = [
      '\x89PNG\r\n\x1a\n\0\0\0\rIHDR',
      '\xff\xd8\xff',
      'RIFF\0\0\0\0WEBPVP8X',
      '<svg',
      '<?xml',
      'PK\x03\x04',
      '\0\0\0\x20ftyp',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...signatures), fc.uint8Array({ maxLength: 300 }), (signature, rest) => {
        const bytes = Uint8Array.from([
          ...[...signature].map((character) => character.charCodeAt(0)),
          ...rest,
        ]);
        for (const read of READERS) outcome(read, bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives sizes that are whole, positive and within the limit whenever it accepts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.nat(63), fc.nat(255), (file, at, value) => {
        const bytes = file.slice();
        bytes[at % bytes.length] = value;
        if (outcome(inspectImage, bytes) !== 'accepted') return;
        const { width, height } = inspectImage(bytes);
        expect(Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0).toBe(true);
        expect(width * height).toBeLessThanOrEqual(64e6);
      }),
      { numRuns: 1000 },
    );
  });
});
