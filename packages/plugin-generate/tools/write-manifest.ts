/**
 * `node packages/plugin-generate/tools/write-manifest.ts`: writes `koma-plugin.json` from the character
 * engine's catalogue. After every change of the catalogue or of a label; a test compares.
 */
import { writeFileSync } from 'node:fs';
import { manifestText } from './manifest-text.ts';

writeFileSync(new URL('../koma-plugin.json', import.meta.url), await manifestText());
