import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder in which Koma keeps a person's plugins, by each system's habits. `KOMA_HOME` names another.
 * @param env the process's environment
 */
export function komaHome(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (env['KOMA_HOME']) return env['KOMA_HOME'];
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Koma');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Koma');
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'koma');
}

/** The folder of one plugin: its package, what was allowed, and what it keeps. @param id as a manifest has it */
export function pluginFolder(id: string, home: string = komaHome()): string {
  return join(home, 'plugins', id);
}
