import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fixtureHashes, type FixtureHashes } from './fixture-hashes.ts';

const FILE = new URL('../src/fixtures.json', import.meta.url);

// Where a drawing is meant to change, tools/write-fixtures.ts writes the file anew.
test('every old seed draws the same', () => {
  const before = JSON.parse(readFileSync(FILE, 'utf8')) as FixtureHashes;
  expect(fixtureHashes()).toEqual(before);
});

test('drawing twice gives the same bytes', () => {
  expect(fixtureHashes()).toEqual(fixtureHashes());
});
