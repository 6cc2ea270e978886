import type { KomaError } from '../errors.ts';
import type { EngineRequest } from '../inference/index.ts';
import type { GeneratorMethod } from './generator.ts';
import type {
  CommitCall,
  OpenCall,
  OpenReply,
  SessionListener,
  UpdateCall,
  UpdateReply,
} from './interactive.ts';
import type {
  ExportCall,
  ExportReply,
  GeneratorCall,
  GeneratorReply,
  OperationCall,
  OperationListener,
  OperationReply,
} from './protocol.ts';

/**
 * The host's end of a plugin's worker, whatever carries the messages. Every call but the last two is answered, unless
 * the worker is gone before that. `transfer` names the memory in the call that is given away.
 */
export interface WorkerClient {
  run(
    call: OperationCall,
    listener: OperationListener,
    transfer: readonly ArrayBuffer[],
  ): Promise<OperationReply>;
  generate<M extends GeneratorMethod>(
    call: GeneratorCall<M>,
    listener: OperationListener,
    transfer: readonly ArrayBuffer[],
  ): Promise<GeneratorReply<M>>;
  export(
    call: ExportCall,
    listener: OperationListener,
    transfer: readonly ArrayBuffer[],
  ): Promise<ExportReply>;
  openSession(
    call: OpenCall,
    listener: SessionListener,
    transfer: readonly ArrayBuffer[],
  ): Promise<OpenReply>;
  updateSession(call: UpdateCall): Promise<UpdateReply>;
  commitSession(call: CommitCall): Promise<OperationReply>;
  closeSession(session: number): void;
  /** Asks whatever is being answered to stop at its next check. */
  cancel(): void;
}

/** A plugin's worker, as its host knows it. */
export interface RunningWorker {
  readonly api: WorkerClient;
  /** Settled when the worker can take calls. */
  readonly ready: Promise<void>;
  /** Aborted when it is gone, with the reason: the crash, or AbortError. */
  readonly gone: AbortController;
  /** How many sessions are open in it. */
  sessions: number;
  /** Ends it at once, whatever it is doing. */
  terminate(): void;
}

/**
 * Starts a plugin's worker.
 * @param crashed told that it has stopped by itself, until it is gone; not before this function has returned
 */
export type StartWorker = (engine: EngineRequest, crashed: (error: KomaError) => void) => RunningWorker;
