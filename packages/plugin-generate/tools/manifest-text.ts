import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { manifest } from './manifest.ts';

/** `koma-plugin.json` as it has to be, formatted as all files are. */
export async function manifestText(): Promise<string> {
  const path = fileURLToPath(new URL('../koma-plugin.json', import.meta.url));
  const options = await resolveConfig(path);
  return format(JSON.stringify(manifest()), { ...options, parser: 'json' });
}
