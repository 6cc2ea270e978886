import { writeFile } from 'node:fs/promises';
import { createSigningKey, signerOf } from '@koma/core/package';
import { AuthorError } from '../../pack/index.ts';
import { readArguments, type Command } from '../command.ts';
import { keyText } from '../key-file.ts';
import { print } from '../print.ts';

/** Makes a key to sign with. */
export const keygen: Command = {
  name: 'keygen',
  synopsis: 'keygen [--out FILE]',
  summary: 'Makes a key for signing; people then see that updates come from you. Default koma-key.json.',
  async run(args) {
    const { flags } = readArguments(keygen, args, 'none', ['out']);
    const path = flags['out'] ?? 'koma-key.json';
    const key = createSigningKey();
    try {
      // Never over another key: it could not be made again.
      await writeFile(path, keyText(key), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const reason = code === 'EEXIST' ? 'there is a file of this name; choose another one' : message;
      throw new AuthorError(`"${path}" was not written: ${reason}.`, { cause: error });
    }
    print(
      `${path}: your key, ${signerOf(key.publicKey).fingerprint}. Keep it secret, keep a copy, keep it out of git.`,
    );
  },
};
