/**
 * Gets the pinned Node.js and pnpm into `.cache/toolchain`, so that a machine with only Node >= 20
 * and npm can build and test Koma. Plain JavaScript without dependencies: nothing is installed yet
 * when this runs.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const NODE_VERSION = '24.9.0';
const PNPM_VERSION = '12.21.0';
const folder = join(root, '.cache', 'toolchain');
const bin = join(folder, 'node_modules', '.bin');
const isWindows = process.platform === 'win32';

/** The environment in which `node`, `pnpm` and the workspace's own commands are the pinned ones. */
export function toolchainEnv() {
  return {
    ...process.env,
    PATH: [bin, join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
    // No tool may report usage or ask for updates: turbo, npm, and ONNX Runtime's native build.
    ORT_DISABLE_TELEMETRY: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    NO_UPDATE_NOTIFIER: '1',
  };
}

/** Installs Node.js and pnpm once; later calls only read a stamp file. */
export function ensureToolchain() {
  const stamp = join(folder, 'versions.json');
  const wanted = JSON.stringify({ node: NODE_VERSION, pnpm: PNPM_VERSION });
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log(`Getting Node.js ${NODE_VERSION} and pnpm ${PNPM_VERSION} (once)`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const result = spawnSync(
    'npm',
    [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      `node@${NODE_VERSION}`,
      `pnpm@${PNPM_VERSION}`,
    ],
    { cwd: folder, stdio: 'inherit', shell: isWindows },
  );
  if (result.status !== 0) {
    throw new Error('npm could not install Node.js and pnpm. Check the network connection and try again.');
  }
  const check = spawnSync(join(bin, 'node'), ['--version'], { encoding: 'utf8', shell: isWindows });
  if (check.stdout?.trim() !== `v${NODE_VERSION}`) {
    throw new Error(`Node.js ${NODE_VERSION} was installed but does not run on this machine.`);
  }
  writeFileSync(stamp, wanted);
}

/** Installs the workspace's packages exactly as the lockfile says. */
export async function installPackages() {
  await run('pnpm', [
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
    '--reporter=append-only',
    '--loglevel=warn',
  ]);
}

/**
 * Runs one command inside the toolchain and resolves with its exit status.
 * @param {string} command
 * @param {string[]} args
 * @param {{ allowFailure?: boolean, cwd?: string, env?: Record<string, string> }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...toolchainEnv(), ...options.env },
      stdio: 'inherit',
      shell: isWindows,
    });
    // The command decides what an interrupt means; we only pass it on and wait for its answer.
    const forward = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, forward);
    child.on('error', reject);
    child.on('close', (status, signal) => {
      for (const name of ['SIGINT', 'SIGTERM']) process.off(name, forward);
      if (signal === 'SIGINT') status = 130;
      if (status === 0 || options.allowFailure) resolve(status ?? 1);
      else reject(new Error(`${command} ${args.join(' ')} ended with exit code ${status}`));
    });
  });
}
