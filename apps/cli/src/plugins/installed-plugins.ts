import type { CliPlugin } from '../cli-plugin.ts';
import { readRecords } from './plugin-record.ts';

/** The plugins of others that a person has installed; their packages are opened when they run. */
export async function installedPlugins(): Promise<CliPlugin[]> {
  const records = await readRecords();
  return records.map((record) => ({
    manifest: record.manifest,
    foreign: true,
    // What a sandbox needs is loaded for its plugins only.
    start: async (request, note) =>
      (await import('./sandbox-runner.ts')).startSandboxRunner(record, request, note),
  }));
}
