/** `node scripts/in-toolchain.mjs COMMAND ARGS…`: runs a command with the pinned Node.js and pnpm. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureToolchain, installPackages, root, run } from './toolchain.mjs';

const [command, ...args] = process.argv.slice(2);
if (!command) {
  console.error('usage: node scripts/in-toolchain.mjs COMMAND [ARGS…]');
  process.exit(2);
}
ensureToolchain();
if (!existsSync(join(root, 'node_modules', '.modules.yaml'))) await installPackages();
// npm changes into the package's root; paths on the command line mean the caller's folder.
const takesPaths = args[0]?.startsWith('apps/cli/') || args[0]?.startsWith('packages/plugin-kit/');
const cwd = process.env.INIT_CWD && takesPaths ? process.env.INIT_CWD : root;
if (cwd !== root) args[0] = join(root, args[0]);
process.exitCode = await run(command, args, { allowFailure: true, cwd });
