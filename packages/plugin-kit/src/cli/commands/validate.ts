import { readFile } from 'node:fs/promises';
import { readPackage } from '@koma/core/package';
import { exportedNames, missingExports } from '../../harness/exported-names.ts';
import { AuthorError, packPlugin } from '../../pack/index.ts';
import { readArguments, type Command } from '../command.ts';
import { describePackage } from '../describe-package.ts';
import { complain, print } from '../print.ts';

/** Says what is wrong about a plugin. */
export const validate: Command = {
  name: 'validate',
  synopsis: 'validate [FOLDER | FILE]',
  summary: 'Checks a folder or a .komaplugin file as Koma does at installation, and starts the plugin once.',
  async run(args) {
    const { path } = readArguments(validate, args, 'folder');
    const found = path.endsWith('.komaplugin')
      ? await readPackage(
          await readFile(path).catch(() => Promise.reject(new AuthorError(`There is no file "${path}".`))),
        )
      : (await packPlugin(path, { warn: complain })).package;
    const script = new TextDecoder().decode(found.files.get(found.manifest.entry));
    const missing = missingExports(found.manifest, await exportedNames(script, found.manifest));
    if (missing.length > 0) throw new AuthorError(missing.join('\n'));
    print(`${describePackage(found)}\n  is as it should be`);
  },
};
