/** Writes docs/plugins/reference.md anew from template/koma.d.ts; a test says when that is due. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { TYPES } from './kit-types.ts';
import { reference } from './reference.ts';

const path = fileURLToPath(new URL('../../../docs/plugins/reference.md', import.meta.url));
const options = await prettier.resolveConfig(path);
writeFileSync(
  path,
  await prettier.format(reference(readFileSync(TYPES, 'utf8')), { ...options, parser: 'markdown' }),
);
