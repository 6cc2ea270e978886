import { watch } from 'node:fs';
import { resolve } from 'node:path';
import { AuthorError, packPlugin } from '../../pack/index.ts';
import { readArguments, type Command } from '../command.ts';
import { describePackage } from '../describe-package.ts';
import { DevServer } from '../dev-server.ts';
import { UsageError } from '../usage-error.ts';
import { KomaError } from '@koma/core/errors';
import { complain, print } from '../print.ts';

/** Of the address that is typed into Koma; any other will do. */
const PORT = '4747';
/** Editors write a file in several steps; the last one counts. */
const SETTLE_MS = 100;

/** Packs a plugin whenever it changes, and serves it on this computer. */
export const dev: Command = {
  name: 'dev',
  synopsis: 'dev [FOLDER] [--port PORT]',
  summary:
    'Packs whenever a file changes and serves the package on localhost; Koma installs it anew each time.',
  async run(args) {
    const { path, flags } = readArguments(dev, args, 'folder', ['port']);
    const port = Number(flags['port'] ?? PORT);
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new UsageError('--port is a number up to 65535.');
    const folder = resolve(path);
    const server = new DevServer();
    const build = async (): Promise<void> => {
      try {
        const packed = await packPlugin(folder, { minify: false, warn: complain });
        server.publish(packed.bytes, packed.package.sha256);
        print(`${new Date().toLocaleTimeString()} ${describePackage(packed.package)}`);
      } catch (error) {
        if (!(error instanceof AuthorError) && !(error instanceof KomaError)) throw error;
        // What was served before stays.
        complain(`${new Date().toLocaleTimeString()} ${error.message}`);
      }
    };
    await build();
    print(`In Koma: Plugins, Manage plugins…, From an address…: ${await server.listen(port)}`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: Promise<void> = Promise.resolve();
    watch(folder, { recursive: true }, (_event, name) => {
      // Its own results, and what other tools keep there.
      if (name === null || /(^|[\\/])(node_modules|\.)|\.komaplugin$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => (last = last.then(build)), SETTLE_MS);
    });
    await new Promise(() => {});
  },
};
