import { KomaError } from '@koma/core/errors';
import type { BackendReport } from '@koma/core/inference';
import { resolveParams, type ExporterSpec, type ParamValue } from '@koma/core/plugin';
import { findExistingOutputs } from '../check-outputs.ts';
import type { CliPlugin, Runner, RunnerRequest } from '../cli-plugin.ts';
import { collectInputs } from '../collect-inputs.ts';
import { GLOBAL_FLAGS, HELP_FLAG, OUTPUT_FLAGS } from '../common-flags.ts';
import { EXIT_DONE } from '../exit-codes.ts';
import type { FlagSpec } from '../flag-spec.ts';
import { ownCommandHelp } from '../help.ts';
import { resolveDataTarget } from '../output-target.ts';
import { parseArguments } from '../parse-arguments.ts';
import { planJobs, type Job } from '../plan-jobs.ts';
import { replaceFile } from '../replace-file.ts';
import { Reporter } from '../reporter.ts';
import type { Streams } from '../run-command.ts';
import { RunLog } from '../run-log.ts';
import { UsageError } from '../usage-error.ts';
import { readExportDocument } from './export-document.ts';

/** An exporter of a plugin, as a command. */
export interface ExportCommand {
  readonly plugin: CliPlugin;
  readonly exporter: ExporterSpec;
}

const WRITING_FLAGS = OUTPUT_FLAGS.filter(({ id }) => id === 'out' || id === 'force');

/** `koma <plugin-id>:<exporter>`, from its arguments to the exit code. @throws UsageError before any work */
export async function exportCommand(
  { plugin, exporter }: ExportCommand,
  argv: readonly string[],
  streams: Streams,
): Promise<number> {
  const own = new Set(exporter.params.map(({ id }) => id));
  const common = [...WRITING_FLAGS, ...GLOBAL_FLAGS, HELP_FLAG].filter(({ id }) => !own.has(id));
  const flags: readonly FlagSpec[] = [...exporter.params, ...common];
  const { values, positionals } = parseArguments(argv, flags);
  if (values.get('help') === true) {
    streams.stdout.write(help(plugin, exporter));
    return EXIT_DONE;
  }
  const params = paramsOf(exporter, values);
  const out = values.get('out') as string | undefined;
  if (positionals.length === 0) throw new UsageError('Name the projects or pictures to export.');
  if (out === undefined) throw new UsageError('Say where to write with --out FILE or --out FOLDER.');
  const force = values.get('force') === true;
  const target = await resolveDataTarget({ out }, exporter.extension);
  if (target.kind === 'file' && !out.toLowerCase().endsWith(`.${exporter.extension}`))
    throw new UsageError(`${exporter.title.en} writes .${exporter.extension} files: give --out such a name.`);
  const jobs = planJobs(await collectInputs(positionals, out), target);
  const existing = await findExistingOutputs(jobs);
  const skipped = target.kind === 'folder' && !force ? existing : new Set<Job>();
  const [json, quiet] = [values.get('json') === true, values.get('quiet') === true];
  const reporter = new Reporter(jobs.length, { json, quiet, ...streams });
  const log = new RunLog(reporter);
  const threads = values.get('threads') as number | undefined;
  const backend = (values.get('backend') ?? 'auto') as RunnerRequest['backend'];
  let runner: Runner | undefined;
  for (const job of jobs) {
    const { input, output } = job;
    if (skipped.has(job)) {
      log.skip(input.path, output);
      continue;
    }
    await log.do(input.path, output, async (note, progress) => {
      if (input.problem) throw input.problem;
      const document = await readExportDocument(input.path, exporter.reads);
      runner ??= await plugin.start({ backend, ...(threads === undefined ? {} : { threads }) }, note);
      const listener = {
        progress,
        preview: () => {},
        backend: (report: BackendReport) => reporter.backend(report),
      };
      const { signal } = new AbortController();
      const file = await runner.export(exporter.id, document, params, listener, signal);
      await replaceFile(output, file.bytes);
    });
  }
  await runner?.dispose();
  return log.finish();
}

function paramsOf(
  exporter: ExporterSpec,
  values: ReadonlyMap<string, ParamValue>,
): Record<string, ParamValue> {
  const given: Record<string, ParamValue> = {};
  for (const { id } of exporter.params) {
    const value = values.get(id);
    if (value !== undefined) given[id] = value;
  }
  try {
    resolveParams(exporter, given);
    return given;
  } catch (error) {
    if (error instanceof KomaError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

function help({ manifest }: CliPlugin, { id, title, summary, params, extension }: ExporterSpec): string {
  return ownCommandHelp(
    [
      `usage: koma ${manifest.id}:${id} INPUT… --out PATH [FLAGS]`,
      '',
      summary.en,
      `INPUT is a .koma project or a PNG, JPEG or WebP file; the result is a .${extension} file.`,
    ],
    [
      ...(params.length > 0 ? [{ title: title.en, flags: params }] : []),
      { title: 'Output', flags: WRITING_FLAGS },
    ],
  );
}
