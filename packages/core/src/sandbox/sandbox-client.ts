import { KomaError, serializeError, type SerializedError } from '../errors.ts';
import {
  assertPermitted,
  checkAnswer,
  checkFile,
  checkInputs,
  checkOutputs,
  checkSessionUpdate,
  exporterPermissions,
  findExporter,
  findGenerator,
  findInteractive,
  findOperation,
  generatorPermissions,
  operationPermissions,
  pictureSize,
  type CommitCall,
  type ExportCall,
  type ExportReply,
  type GeneratorCall,
  type GeneratorMethod,
  type GeneratorReply,
  type OpenCall,
  type OpenReply,
  type OperationCall,
  type OperationListener,
  type OperationOutputs,
  type OperationReply,
  type OperationSpec,
  type Permission,
  type PluginManifest,
  type SessionListener,
  type UpdateCall,
  type UpdateReply,
  type WorkerClient,
} from '../plugin/index.ts';
import type { SandboxEnd } from './sandbox-end.ts';

/** Whose calls they are. */
interface Owner {
  readonly manifest: PluginManifest;
  readonly granted: readonly Permission[];
}

interface Session {
  readonly spec: OperationSpec;
  readonly listener: SessionListener;
}

type Transfer = readonly ArrayBuffer[];

/** Calls of a sandboxed plugin: refused where it has no permission, and every answer checked against the manifest. */
export class SandboxClient implements WorkerClient {
  readonly #end: SandboxEnd;
  readonly #owner: Owner;
  readonly #sessions = new Map<number, Session>();

  constructor(end: SandboxEnd, owner: Owner) {
    this.#end = end;
    this.#owner = owner;
  }

  run(call: OperationCall, listener: OperationListener, transfer: Transfer): Promise<OperationReply> {
    return replying(async () => {
      const { operation, params, outputs: wanted } = call;
      const spec = findOperation(this.#owner.manifest, operation);
      this.#permit(operationPermissions(spec));
      const inputs = checkInputs(spec, call.inputs);
      const value = await this.#end.ask(
        { method: 'run', operation, inputs, params, wanted },
        listener,
        transfer,
      );
      return { outputs: checkOutputs(spec, value as OperationOutputs, wanted), backend: this.#end.backend };
    });
  }

  generate<M extends GeneratorMethod>(
    { generator, method, request }: GeneratorCall<M>,
    listener: OperationListener,
    transfer: Transfer,
  ): Promise<GeneratorReply<M>> {
    return replying(async () => {
      const spec = findGenerator(this.#owner.manifest, generator);
      this.#permit(generatorPermissions(spec));
      const told: OperationListener = {
        progress: (fraction, label) => listener.progress(fraction, label),
        preview: (tile) => listener.preview(tile),
        backend: (report) => listener.backend(report),
        partial: (answer) => listener.partial?.(checkAnswer(spec, method, answer)),
      };
      const value = await this.#end.ask(
        { method: 'generate', generator, question: method, request },
        told,
        transfer,
      );
      return { answer: checkAnswer(spec, method, value) };
    });
  }

  export(call: ExportCall, listener: OperationListener, transfer: Transfer): Promise<ExportReply> {
    return replying(async () => {
      const { exporter, document, params } = call;
      const spec = findExporter(this.#owner.manifest, exporter);
      this.#permit(exporterPermissions(spec));
      const value = await this.#end.ask({ method: 'export', exporter, document, params }, listener, transfer);
      return { file: checkFile(spec, value) };
    });
  }

  openSession(call: OpenCall, listener: SessionListener, transfer: Transfer): Promise<OpenReply> {
    return replying(async () => {
      const { operation, params } = call;
      const spec = findInteractive(this.#owner.manifest, operation);
      this.#permit(operationPermissions(spec));
      const withoutStrokes = { ...spec, inputs: spec.inputs.filter(({ type }) => type !== 'strokes') };
      const inputs = checkInputs(withoutStrokes, call.inputs);
      const size = { ...pictureSize(spec, inputs) };
      const session = await this.#end.open({ method: 'open', operation, inputs, params }, transfer, {
        progress: (fraction, label) => listener.progress(fraction, label),
        backend: (report) => listener.backend(report),
        update: (update) => listener.update(checkSessionUpdate(spec, size, update)),
      });
      this.#sessions.set(session, { spec, listener });
      return { session };
    });
  }

  updateSession({ session, strokes, params }: UpdateCall): Promise<UpdateReply> {
    return replying(async () => {
      const { listener } = this.#session(session);
      await this.#end.ask({ method: 'update', session, strokes, params }, within(listener));
      return {};
    });
  }

  commitSession({ session, strokes, params, outputs: wanted }: CommitCall): Promise<OperationReply> {
    return replying(async () => {
      const { spec, listener } = this.#session(session);
      const value = await this.#end.ask(
        { method: 'commit', session, strokes, params, wanted },
        within(listener),
      );
      return { outputs: checkOutputs(spec, value as OperationOutputs, wanted), backend: this.#end.backend };
    });
  }

  closeSession(session: number): void {
    this.#sessions.delete(session);
    this.#end.close(session);
  }

  cancel(): void {
    this.#end.cancel();
  }

  #permit(needed: readonly Permission[]): void {
    assertPermitted(this.#owner.granted, needed, this.#owner.manifest.name.en);
  }

  #session(id: number): Session {
    const session = this.#sessions.get(id);
    if (!session) throw new KomaError('PLUGIN_FAILED', 'The session is closed.', { reason: 'session' });
    return session;
  }
}

/** A call within a session tells its listener. */
function within(listener: SessionListener): OperationListener {
  return {
    progress: (fraction, label) => listener.progress(fraction, label),
    backend: (report) => listener.backend(report),
    preview: () => {},
  };
}

async function replying<T extends object>(
  work: () => Promise<T>,
): Promise<({ readonly ok: true } & T) | { readonly ok: false; readonly error: SerializedError }> {
  try {
    return { ok: true, ...(await work()) };
  } catch (error) {
    return { ok: false, error: serializeError(error) };
  }
}
