import { writeFile } from 'node:fs/promises';
import { AuthorError, packPlugin } from '../../pack/index.ts';
import { readArguments, type Command } from '../command.ts';
import { describePackage } from '../describe-package.ts';
import { readKey } from '../key-file.ts';
import { complain, print } from '../print.ts';

/** Makes a package of a plugin's folder. */
export const pack: Command = {
  name: 'pack',
  synopsis: 'pack [FOLDER] [--out FILE] [--key KEYFILE] [--id ID] [--readable]',
  summary: 'Makes a .komaplugin file: checks the folder, bundles the script, hashes and signs.',
  async run(args) {
    const { path, flags, switches } = readArguments(pack, args, 'folder', ['out', 'key', 'id'], ['readable']);
    const packed = await packPlugin(path, {
      id: flags['id'],
      signWith: flags['key'] === undefined ? undefined : await readKey(flags['key']),
      minify: !switches.has('readable'),
      warn: complain,
    });
    const { id, version } = packed.package.manifest;
    const out = flags['out'] ?? `${id}-${version}.komaplugin`;
    await writeFile(out, packed.bytes).catch((error: Error) => {
      throw new AuthorError(`"${out}" was not written: ${error.message}.`, { cause: error });
    });
    print(`${describePackage(packed.package)}\n  written to ${out}`);
  },
};
