import { KomaError } from '@koma/core/errors';
import { assertConsent, planInstall, readPackage, type InstallPlan } from '@koma/core/package';
import { PERMISSIONS, type Permission } from '@koma/core/plugin';
import { loadBuiltins } from '../builtin-plugins.ts';
import { readBytes } from '../read-bytes.ts';
import type { Streams } from '../run-command.ts';
import { UsageError } from '../usage-error.ts';
import { VERSION } from '../version.ts';
import { ask } from './ask.ts';
import { describeCommands, describePlugin, describeWarnings } from './describe-plugin.ts';
import { readRecords, writeRecord } from './plugin-record.ts';

/** What the person says in advance. */
export interface InstallFlags {
  /** `all`, or permissions separated by commas; absent: they are asked for. */
  readonly allow: string | undefined;
  readonly older: boolean;
  readonly otherSigner: boolean;
}

/**
 * Installs a plugin from a `.komaplugin` file, once the person has agreed to what it may do.
 * @throws KomaError in words; UsageError where nobody can be asked
 */
export async function installPlugin(path: string, flags: InstallFlags, { stderr }: Streams): Promise<void> {
  const bytes = await readBytes(path);
  const candidate = await readPackage(bytes);
  const { manifest } = candidate;
  const records = await readRecords();
  const others = [...(await loadBuiltins()), ...records].map(({ manifest: { id, name } }) => ({ id, name }));
  const installed = records.find((record) => record.manifest.id === manifest.id);
  const plan = planInstall(candidate, installed, { komaVersion: VERSION, blocklist: [], others });
  const lines = [...describePlugin(manifest, candidate), ...describeWarnings(plan)];
  stderr.write(`${lines.join('\n')}\n`);
  const permissions = await agreed(plan, flags.allow);
  const consent = {
    permissions,
    // They were read with the permission that they belong to.
    domains: permissions.includes('network') ? (manifest.network?.domains ?? []) : [],
    older: flags.older,
    otherSigner: flags.otherSigner,
  };
  assertConsent(plan, consent);
  await writeRecord(candidate, bytes, manifest.permissions);
  stderr.write(`Installed. It adds\n${describeCommands(manifest).join('\n')}\n`);
}

async function agreed({ manifest }: InstallPlan, allow: string | undefined): Promise<readonly Permission[]> {
  if (allow !== undefined) return parseAllow(allow);
  if (manifest.permissions.length === 0) return [];
  const answer = await ask('Install it, and allow it all of this? [y/N] ');
  if (answer === undefined)
    throw new UsageError(
      `Nobody is there to ask: say --allow ${manifest.permissions.join(',')} if the plugin may do this.`,
    );
  if (/^y(es)?$/i.test(answer)) return manifest.permissions;
  const plugin = manifest.name.en;
  const reason = 'you said no';
  throw new KomaError('PLUGIN_NOT_AGREED', `"${plugin}" was not installed: ${reason}.`, { plugin, reason });
}

function parseAllow(text: string): readonly Permission[] {
  if (text === 'all') return PERMISSIONS;
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(PERMISSIONS as readonly string[]).includes(name));
  if (unknown === undefined) return names as Permission[];
  throw new UsageError(`--allow takes all, or some of ${PERMISSIONS.join(',')}; not "${unknown}".`);
}
