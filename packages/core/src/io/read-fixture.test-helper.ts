import { readdirSync, readFileSync } from 'node:fs';

const FIXTURES = new URL('../../../../tests/fixtures/', import.meta.url);

/** One of the picture files that `tests/fixtures/make-fixtures.ts` makes, by path: `good/grey.png`. Tests only. */
export function readFixture(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(path, FIXTURES)));
}

/** The paths of all files in `good` or `bad`. Tests only. */
export function listFixtures(folder: 'good' | 'bad'): string[] {
  return readdirSync(new URL(`${folder}/`, FIXTURES)).map((file) => `${folder}/${file}`);
}
