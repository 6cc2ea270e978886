import { KomaError } from '@koma/core/errors';
import { readPackage } from '@koma/core/package';
import { HELP_FLAG } from '../common-flags.ts';
import { DiskError } from '../disk-error.ts';
import { EXIT_DONE, EXIT_SOME_FAILED } from '../exit-codes.ts';
import type { FlagSpec } from '../flag-spec.ts';
import { ownCommandHelp } from '../help.ts';
import { parseArguments } from '../parse-arguments.ts';
import { readBytes } from '../read-bytes.ts';
import type { Streams } from '../run-command.ts';
import { UsageError } from '../usage-error.ts';
import { describeCommands, describePlugin } from './describe-plugin.ts';
import { storedBytes } from './disk-storage.ts';
import { installPlugin } from './install-plugin.ts';
import { readRecord, readRecords, removeRecord, type PluginRecord } from './plugin-record.ts';

const JSON_FLAG: FlagSpec = {
  type: 'boolean',
  id: 'json',
  default: false,
  label: { en: 'Print JSON on standard output' },
};

const INSTALL_FLAGS: readonly FlagSpec[] = [
  {
    type: 'free',
    id: 'allow',
    placeholder: 'LIST',
    label: { en: 'What the plugin may do: permissions separated by commas, or all' },
    hint: { en: 'Asked for on a terminal.' },
  },
  { type: 'boolean', id: 'older', default: false, label: { en: 'An older version may replace a newer one' } },
  {
    type: 'boolean',
    id: 'otherSigner',
    default: false,
    label: { en: 'Somebody else may have signed it than the version that is there' },
  },
];

type Values = ReadonlyMap<string, unknown>;

/** What `koma plugin` can do, with how many names it takes. */
const ACTIONS: Readonly<
  Record<
    string,
    { takes: string | undefined; run: (name: string, values: Values, streams: Streams) => Promise<void> }
  >
> = {
  install: {
    takes: 'FILE.komaplugin',
    run: (name, values, streams) => {
      const allow = values.get('allow') as string | undefined;
      const flags = {
        allow,
        older: values.get('older') === true,
        otherSigner: values.get('otherSigner') === true,
      };
      return installPlugin(name, flags, streams);
    },
  },
  list: { takes: undefined, run: (_name, values, streams) => list(values, streams) },
  info: { takes: 'ID or FILE.komaplugin', run: info },
  remove: { takes: 'ID', run: (name, _values, streams) => remove(name, streams) },
};

/** `koma plugin`, from its arguments to the exit code. @throws UsageError */
export async function pluginCommand(argv: readonly string[], streams: Streams): Promise<number> {
  const { values, positionals } = parseArguments(argv, [...INSTALL_FLAGS, JSON_FLAG, HELP_FLAG]);
  if (values.get('help') === true) {
    streams.stdout.write(help());
    return EXIT_DONE;
  }
  const [verb, name, ...more] = positionals;
  const action = verb !== undefined && Object.hasOwn(ACTIONS, verb) ? ACTIONS[verb] : undefined;
  if (!action)
    throw new UsageError(
      `Say koma plugin ${Object.keys(ACTIONS).join(', ')}. koma plugin --help tells more.`,
    );
  if ((name !== undefined) !== (action.takes !== undefined) || more.length > 0)
    throw new UsageError(`Say koma plugin ${verb}${action.takes ? ` ${action.takes}` : ''}.`);
  try {
    await action.run(name ?? '', values, streams);
    return EXIT_DONE;
  } catch (error) {
    if (!(error instanceof KomaError) && !(error instanceof DiskError)) throw error;
    streams.stderr.write(`koma: ${error.message}\n`);
    return EXIT_SOME_FAILED;
  }
}

async function list(values: Values, { stdout }: Streams): Promise<void> {
  for (const record of await readRecords()) {
    const { id, version, name } = record.manifest;
    stdout.write(
      values.get('json') === true
        ? `${JSON.stringify(summary(record))}\n`
        : `${id} ${version}   ${name.en}\n`,
    );
  }
}

async function info(name: string, values: Values, { stdout }: Streams): Promise<void> {
  const installed = await readRecord(name);
  const about = installed ?? (await readPackage(await readBytes(name)));
  if (values.get('json') === true) {
    const facts = { sha256: about.sha256, signer: about.signer, manifest: about.manifest };
    stdout.write(
      `${JSON.stringify({ installed: installed !== undefined, granted: installed?.granted, ...facts })}\n`,
    );
    return;
  }
  const lines = [...describePlugin(about.manifest, about)];
  if (installed) lines.push(`  Installed; it keeps ${await storedBytes(name)} bytes.`);
  stdout.write(`${[...lines, ...describeCommands(about.manifest)].join('\n')}\n`);
}

async function remove(id: string, { stderr }: Streams): Promise<void> {
  const record = await readRecord(id);
  if (!record)
    throw new KomaError('PLUGIN_MISSING', `There is no plugin "${id}". koma plugin list shows them.`, {
      plugin: id,
    });
  await removeRecord(id);
  stderr.write(`Removed ${record.manifest.name.en} and all that it kept.\n`);
}

function summary({ manifest, sha256, granted, signer }: PluginRecord) {
  const { id, version, name, contributes } = manifest;
  const commands = [...contributes.operations, ...(contributes.exporters ?? [])].map(
    (spec) => `${id}:${spec.id}`,
  );
  return { id, version, name: name.en, sha256, granted, signer: signer?.fingerprint, commands };
}

function help(): string {
  return ownCommandHelp(
    [
      'usage: koma plugin install FILE.komaplugin [--allow LIST]',
      '       koma plugin list',
      '       koma plugin info ID|FILE.komaplugin',
      '       koma plugin remove ID',
      '',
      'Plugins of others. What they add is called by its full name, such as koma org.example.tone:tone.',
      'A plugin runs in a thread of its own, gets only what it was allowed, and its models run in',
      'WebAssembly unless --backend native is given. The thread is a weaker wall than a browser tab:',
      'install only what you would also run otherwise. KOMA_HOME names the folder where plugins are kept.',
    ],
    [{ title: 'Flags', flags: [...INSTALL_FLAGS, JSON_FLAG] }],
  );
}
