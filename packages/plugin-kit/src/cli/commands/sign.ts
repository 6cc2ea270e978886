import { readFile, writeFile } from 'node:fs/promises';
import { readPackage, writePackage } from '@koma/core/package';
import { AuthorError } from '../../pack/index.ts';
import { readArguments, type Command } from '../command.ts';
import { describePackage } from '../describe-package.ts';
import { readKey } from '../key-file.ts';
import { print } from '../print.ts';

/** Signs a package that is there. */
export const sign: Command = {
  name: 'sign',
  synopsis: 'sign FILE [--key KEYFILE] [--out FILE]',
  summary: 'Signs a .komaplugin file, in place unless --out names another one. Default key koma-key.json.',
  async run(args) {
    const { path, flags } = readArguments(sign, args, 'needed', ['key', 'out']);
    const key = await readKey(flags['key'] ?? 'koma-key.json');
    const bytes = await readFile(path).catch(() => {
      throw new AuthorError(`There is no file "${path}".`);
    });
    const { manifest, files } = await readPackage(bytes);
    const signed = await writePackage({ manifest, files }, key);
    const out = flags['out'] ?? path;
    await writeFile(out, signed);
    print(`${describePackage(await readPackage(signed))}\n  written to ${out}`);
  },
};
