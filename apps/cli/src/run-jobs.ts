import { parse } from 'node:path';
import type { BackendReport } from '@koma/core/inference';
import {
  type LayersOutput,
  type OperationInputs,
  type OperationOutputs,
  type OperationSpec,
  type ParamValue,
} from '@koma/core/plugin';
import { formatFromFileName } from '@koma/core/io';
import { flattenPortable } from '@koma/core/layered';
import { createImage, type RasterImage } from '@koma/core/raster';
import type { Command, Runner, RunnerRequest } from './cli-plugin.ts';
import type { LayeredFormat } from './common-flags.ts';
import { dataOutputs, encodeData, mainData } from './data-output.ts';
import { encodeDocument } from './encode-document.ts';
import { encodePicture } from './encode-picture.ts';
import { firstOutput, mainOutput } from './first-output.ts';
import { layersDocument } from './layers-document.ts';
import type { Outcome } from './outcome.ts';
import { makesLayers } from './invocation.ts';
import { isLayered, type OutputTarget } from './output-target.ts';
import type { Job } from './plan-jobs.ts';
import { readPicture } from './read-picture.ts';
import { replaceFile } from './replace-file.ts';
import type { Reporter } from './reporter.ts';

/** What is done to every file. */
export interface Work extends RunnerRequest {
  readonly command: Command;
  readonly params: Readonly<Record<string, ParamValue>>;
  /** What the operation takes besides the picture it works on. */
  readonly inputs: OperationInputs;
  readonly target: OutputTarget;
}

/**
 * Works through the jobs one after the other. A failing file never stops the rest.
 * @param skipped jobs whose result is already there
 */
export async function runJobs(
  work: Work,
  jobs: readonly Job[],
  skipped: ReadonlySet<Job>,
  reporter: Reporter,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const { plugin } = work.command;
  let runner: Runner | undefined;
  for (const job of jobs) {
    const started = performance.now();
    const end = (result: Pick<Outcome, 'output' | 'status' | 'error'>): Outcome => ({
      input: job.input.path,
      ...result,
      ms: Math.round(performance.now() - started),
    });
    let outcome: Outcome;
    reporter.begin(job.input.path);
    try {
      if (job.input.problem) throw job.input.problem;
      if (skipped.has(job)) {
        outcome = end({ output: job.output, status: 'skipped', error: null });
      } else {
        runner ??= await plugin.start(work, (sentence) => reporter.note(sentence));
        await runJob(runner, work, job, reporter);
        outcome = end({ output: job.output, status: 'done', error: null });
      }
    } catch (error) {
      outcome = end({ output: null, status: 'failed', error: inWords(error) });
    }
    outcomes.push(outcome);
    reporter.end(outcome);
  }
  await runner?.dispose();
  return outcomes;
}

async function runJob(
  runner: Runner,
  { command, params, inputs, target }: Work,
  job: Job,
  reporter: Reporter,
): Promise<void> {
  const { operation } = command;
  const listener = {
    progress: (fraction: number) => reporter.progress(fraction),
    preview: () => {},
    backend: (report: BackendReport) => reporter.backend(report),
  };
  const source = operation.inputs[0]!.name;
  const neverAborted = new AbortController().signal;
  const data = mainData(operation);
  const layered = job.layered !== undefined || isLayered(target.format);
  const wanted = [
    ...(isLayered(target.format)
      ? []
      : [
          (mainOutput(operation) ?? data)?.name ??
            firstOutput(operation, makesLayers(operation) ? 'layers' : 'image'),
        ]),
    ...(layered ? [firstOutput(operation, 'layers')] : []),
    ...new Set((job.further ?? []).map(({ output }) => output)),
  ];
  // Nothing here keeps the source while the result is encoded: that is 256 MB at the limit.
  const results = await runner.run(
    operation.id,
    { ...inputs, [source]: await readPicture(job.input.path) },
    params,
    listener,
    neverAborted,
    wanted,
  );
  const encode = (format: LayeredFormat): Promise<Uint8Array> => {
    const document = layersDocument(layersOf(results, operation), parse(job.input.path).name);
    return encodeDocument(document, format, (sentence) => reporter.note(sentence));
  };
  const { format, quality } = target;
  for (const { output, name, path } of job.further ?? []) {
    const spec = dataOutputs(operation).find((each) => each.name === output);
    const as = formatFromFileName(path)!;
    const bytes = spec
      ? encodeData(results, spec)
      : await encodePicture(pictureOf(results, output, name), { format: as, quality });
    await replaceFile(path, bytes);
  }
  if (data) return replaceFile(job.output, encodeData(results, data));
  if (isLayered(format)) return replaceFile(job.output, await encode(format));
  const picture = await encodePicture(pictureOf(results, wanted[0]!), { format, quality });
  if (job.layered !== undefined) await replaceFile(job.layered, await encode(target.layers!));
  // Last, so that a picture that is there has all that belongs to it.
  await replaceFile(job.output, picture);
}

/** A picture among the results; masks are grey pictures, and layers what all of them make together. @param name of the mask, where there are several */
function pictureOf(results: OperationOutputs, output: string, name?: string): RasterImage {
  const result = results[output]!;
  if ('masks' in result) {
    const { width, height, masks } = result;
    return greyImage(width, height, masks.find((mask) => mask.name === name)!.data);
  }
  if ('layers' in result) return flattenPortable(layersDocument(result, output));
  if (!('data' in result)) throw new TypeError(`"${output}" is no picture`);
  const { width, height, data } = result;
  return data instanceof Uint8ClampedArray ? (result as RasterImage) : greyImage(width, height, data);
}

function greyImage(width: number, height: number, mask: Uint8Array): RasterImage {
  const image = createImage(width, height);
  for (let at = 0; at < mask.length; at++) {
    image.data.fill(mask[at]!, 4 * at, 4 * at + 3);
    image.data[4 * at + 3] = 255;
  }
  return image;
}

function layersOf(results: OperationOutputs, operation: OperationSpec): LayersOutput {
  return results[firstOutput(operation, 'layers')] as LayersOutput;
}

function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
