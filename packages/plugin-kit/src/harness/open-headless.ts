import { readFile } from 'node:fs/promises';
import type { KomaError } from '@koma/core/errors';
import { createModelStore, InferenceService, type EngineLoaders } from '@koma/core/inference';
import { readPackage, type PluginPackage } from '@koma/core/package';
import {
  PluginHost,
  type ExportDocument,
  type FileOutput,
  type GenerateOptions,
  type GeneratorAnswer,
  type GeneratorMethod,
  type GeneratorRequest,
  type OperationInputs,
  type OperationOutputs,
  type ParamValue,
  type Permission,
  type PluginFetch,
  type PluginManifest,
  type PluginSession,
  type RunOptions,
  type SessionOptions,
} from '@koma/core/plugin';
import { startSandboxed, type SandboxLimits } from '@koma/core/sandbox';
import { startThread, type PluginThread } from '../node/index.ts';
import { packPlugin } from '../pack/index.ts';
import { checkedFetch, type RecordedRequest } from './checked-fetch.ts';
import { inferenceDesk } from './inference-desk.ts';
import { memoryStorage } from './memory-storage.ts';
import { NODE_ENGINES } from './node-engines.ts';

/** How a plugin is tried. */
export interface HeadlessOptions {
  /** What the person allowed; all that the manifest asks for where absent. */
  readonly granted?: readonly Permission[];
  /** Answers the plugin's requests; without it they fail, since a test should not depend on the internet. */
  readonly fetch?: PluginFetch;
  /** Limits that differ from Koma's. */
  readonly limits?: Partial<SandboxLimits>;
  /** How models are run; on the processor where absent. */
  readonly engines?: EngineLoaders;
}

/** Parameter values by id; the others have their defaults. */
type Params = Readonly<Record<string, ParamValue>>;

/** A plugin that runs as it does in Koma: packed, in a sandbox, through the same checked messages, without a page. */
export interface HeadlessPlugin {
  readonly manifest: PluginManifest;
  readonly package: PluginPackage;
  /** What it noted by `context.log`. */
  readonly logged: readonly string[];
  /** What it sent that no plugin sends; Koma ends a plugin after a few of these. */
  readonly violations: readonly string[];
  /** Why it stopped, where it did. */
  readonly crashes: readonly KomaError[];
  /** Its requests that were let through. */
  readonly requests: readonly RecordedRequest[];
  /** What it keeps by `context.storage`. */
  readonly stored: Map<string, Uint8Array<ArrayBuffer>>;
  /** Runs an operation. @throws KomaError with the sentence that a person would read */
  run(
    operation: string,
    inputs: OperationInputs,
    params?: Params,
    options?: RunOptions,
  ): Promise<OperationOutputs>;
  /** Asks a generator. */
  generate<M extends GeneratorMethod>(
    generator: string,
    method: M,
    request: GeneratorRequest<M>,
    options?: GenerateOptions<M>,
  ): Promise<GeneratorAnswer<M>>;
  /** Opens the interactive form of an operation. */
  openSession(
    operation: string,
    inputs: OperationInputs,
    params: Params,
    options: SessionOptions,
  ): Promise<PluginSession>;
  /** Exports a document. */
  export(exporter: string, document: ExportDocument, params?: Params): Promise<FileOutput>;
  /** Ends it. Always call this, or the test does not end. */
  close(): Promise<void>;
}

/**
 * Opens a plugin for tests, under the limits that it has in Koma.
 * @param source its folder, which is packed first; a `.komaplugin` file; or the bytes of one
 * @throws AuthorError, KomaError where it cannot be packed or read
 */
export async function openHeadless(
  source: string | Uint8Array,
  options: HeadlessOptions = {},
): Promise<HeadlessPlugin> {
  const opened = await openPackage(source);
  const { manifest, files } = opened;
  const { limits = {}, granted = manifest.permissions, engines = NODE_ENGINES } = options;
  const logged: string[] = [];
  const violations: string[] = [];
  const crashes: KomaError[] = [];
  const requests: RecordedRequest[] = [];
  const stored = new Map<string, Uint8Array<ArrayBuffer>>();
  const threads: PluginThread[] = [];
  const code = new TextDecoder().decode(files.get(manifest.entry));
  const file = async (path: string): Promise<Uint8Array> => {
    const bytes = files.get(path);
    if (!bytes) throw new TypeError(`There is no file "${path}" in the package.`);
    return bytes;
  };
  const models = createModelStore(manifest.models, file);
  let inference: InferenceService | undefined;
  const host = new PluginHost({
    manifest,
    engine: { preference: 'auto' },
    start: (request, crashed) => {
      const thread = startThread({ code, name: manifest.id });
      threads.push(thread);
      const service = new InferenceService({
        loaders: engines,
        order: ['native', 'wasm'],
        request,
        models,
      });
      inference = service;
      return startSandboxed(thread.port, {
        manifest,
        granted,
        limits,
        services: {
          inference: inferenceDesk(service),
          models,
          file,
          storage: memoryStorage(stored),
          fetch: checkedFetch(manifest, options.fetch, requests),
          log: (text) => void logged.push(text),
        },
        violation: (text) => void violations.push(text),
        crashed: (error) => {
          crashes.push(error);
          crashed(error);
        },
        close: () => thread.remove(),
      });
    },
  });
  return {
    manifest,
    package: opened,
    logged,
    violations,
    crashes,
    requests,
    stored,
    run: (operation, inputs, params = {}, runOptions = {}) => host.run(operation, inputs, params, runOptions),
    generate: (generator, method, request, generateOptions) =>
      host.generate(generator, method, request, generateOptions),
    openSession: (operation, inputs, params, sessionOptions) =>
      host.openSession(operation, inputs, params, sessionOptions),
    export: (exporter, document, params = {}) => host.export(exporter, document, params),
    close: async () => {
      host.dispose();
      await Promise.all(threads.map(({ ended }) => ended));
      await inference?.dispose();
    },
  };
}

/** Runs one operation of a plugin in its folder and closes it again. */
export async function runHeadless(
  folder: string,
  operation: string,
  inputs: OperationInputs,
  params: Params = {},
): Promise<OperationOutputs> {
  const plugin = await openHeadless(folder);
  try {
    return await plugin.run(operation, inputs, params);
  } finally {
    await plugin.close();
  }
}

async function openPackage(source: string | Uint8Array): Promise<PluginPackage> {
  if (typeof source !== 'string') return readPackage(source);
  if (source.endsWith('.komaplugin')) return readPackage(await readFile(source));
  return (await packPlugin(source, { minify: false })).package;
}
