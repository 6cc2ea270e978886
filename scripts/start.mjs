/** `npm start`: installs, builds the editor and serves the production build on localhost. */
import { ensureToolchain, installPackages, run } from './toolchain.mjs';

try {
  ensureToolchain();
  await installPackages();
  await run('turbo', ['run', 'build', '--filter=@koma/editor', '--output-logs=errors-only']);
  await run('node', ['apps/editor/serve.mjs', ...process.argv.slice(2)]);
} catch (error) {
  console.error(`\nKoma could not start: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
