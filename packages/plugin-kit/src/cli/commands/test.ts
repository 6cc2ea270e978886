import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AuthorError } from '../../pack/index.ts';
import { readArguments, type Command } from '../command.ts';

/** Runs the tests of a plugin. */
export const test: Command = {
  name: 'test',
  synopsis: 'test [FOLDER]',
  summary:
    'Runs the *.test.ts and *.test.js files of a folder with Node; they find @koma/plugin-kit/harness.',
  async run(args) {
    const { path } = readArguments(test, args, 'folder');
    const folder = resolve(path);
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    const files = names
      .filter((name) => /\.test\.[jt]s$/.test(name) && !name.includes('node_modules'))
      .sort();
    if (files.length === 0)
      throw new AuthorError(`There are no tests in "${path}": no *.test.ts, no *.test.js.`);
    const hook = fileURLToPath(new URL('../kit-resolver.ts', import.meta.url));
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--import',
        `file://${hook}`,
        '--test',
        ...files.map((name) => join(folder, name)),
      ],
      { cwd: folder, stdio: 'inherit' },
    );
    return new Promise<number>((done, fail) => {
      child.once('error', fail);
      child.once('exit', (code) => done(code === 0 ? 0 : 1));
    });
  },
};
