/**
 * `node packages/character/tools/write-fixtures.ts`: writes the hashes of how characters are drawn now to
 * `src/fixtures.json`. Only after a change that is meant to change old seeds' looks.
 */
import { writeFileSync } from 'node:fs';
import { fixtureHashes } from './fixture-hashes.ts';

const hashes = fixtureHashes();
writeFileSync(new URL('../src/fixtures.json', import.meta.url), `${JSON.stringify(hashes, null, 2)}\n`);
console.log(`${Object.keys(hashes).length} hashes`);
