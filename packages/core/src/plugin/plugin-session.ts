import { abortError, deserializeError } from '../errors.ts';
import { checkOutputs } from './check-outputs.ts';
import type { SessionUpdate, StrokesInput } from './interactive.ts';
import type { LocalizedText, OperationSpec } from './manifest.ts';
import { resolveParams, type ParamValue, type ParamValues } from './params.ts';
import type { OperationOutputs } from './protocol.ts';
import type { WorkerClient } from './running-worker.ts';
import { unlessAborted } from './unless-aborted.ts';

export interface SessionOptions {
  /** Stops the opening. */
  readonly signal?: AbortSignal;
  /** Pictures in the inputs need not be copied. */
  readonly giveAway?: boolean;
  /**
   * Told all answers in the order in which they were found, those to strokes as well as better ones that come by
   * themselves: each says what differs from all before.
   */
  readonly onUpdate: (update: SessionUpdate) => void;
  /** How far the picture has been looked at; goes on after the session is open. */
  readonly onProgress?: (fraction: number, label?: LocalizedText) => void;
  /**
   * Told once, where the session ends without having been closed: its worker crashed, or had to be ended because a
   * call did not stop (AbortError). The same strokes in a new session give the same answer.
   */
  readonly onLost?: (error: Error) => void;
}

export interface CommitOptions {
  readonly signal?: AbortSignal;
  /** Names of the outputs to make; absent: all. */
  readonly outputs?: readonly string[];
}

/** What a session needs of its host. */
export interface SessionLink {
  readonly spec: OperationSpec;
  /** Its number in the worker. */
  readonly id: number;
  /** Aborted with the reason when the worker is gone. */
  readonly lost: AbortSignal;
  /** Does a call after the jobs already queued, in the session's own worker. */
  readonly call: <T>(signal: AbortSignal, send: (api: WorkerClient) => Promise<T>) => Promise<T>;
  /** Lets the worker forget the session. */
  readonly close: () => void;
}

type Given = Readonly<Record<string, ParamValue>>;

/** Strokes that are answered next. */
interface Waiting extends PromiseWithResolvers<boolean> {
  readonly strokes: StrokesInput;
  readonly params: ParamValues;
}

/** An open session, seen from the host's thread. Close it, also where it is lost. */
export class PluginSession {
  readonly #link: SessionLink;
  /** Aborted when it is closed; whatever is under way is cancelled with it. */
  readonly #life = new AbortController();
  #waiting: Waiting | undefined;

  constructor(link: SessionLink) {
    this.#link = link;
  }

  /** False once it is closed or lost. */
  get isOpen(): boolean {
    return !this.#life.signal.aborted && !this.#link.lost.aborted;
  }

  /**
   * Asks for the answer to these strokes. Call it as often as the pen moves: while one call is being answered, only
   * the newest of those that wait is kept.
   * @param strokes kept until answered; must not change
   * @returns once `onUpdate` has the answer; false where newer strokes have taken the place of these, or the session
   *   was closed meanwhile
   * @throws KomaError; AbortError where the session is closed or lost
   */
  async update(strokes: StrokesInput, given: Given): Promise<boolean> {
    if (!this.isOpen) throw this.#reason();
    const params = resolveParams(this.#link.spec, given);
    const before = this.#waiting;
    const asked = { strokes, params, ...Promise.withResolvers<boolean>() };
    this.#waiting = asked;
    // The call that was queued for those before takes the newest along when its turn comes.
    if (before) before.resolve(false);
    else void this.#answerNewest();
    return asked.promise;
  }

  /**
   * The operation's outputs in full quality, after the updates that wait.
   * @throws KomaError; AbortError where it is cancelled, or the session is closed or lost
   */
  async commit(strokes: StrokesInput, given: Given, options: CommitOptions = {}): Promise<OperationOutputs> {
    if (!this.isOpen) throw this.#reason();
    const { spec, id } = this.#link;
    const params = resolveParams(spec, given);
    const { outputs: wanted } = options;
    const life = this.#life.signal;
    const signal = options.signal ? AbortSignal.any([options.signal, life]) : life;
    const made = this.#link.call(signal, async (api) => {
      const call = { session: id, strokes, params };
      const reply = await api.commitSession(wanted === undefined ? call : { ...call, outputs: wanted });
      if (!reply.ok) throw deserializeError(reply.error);
      return reply.outputs;
    });
    // The worker may take a moment to stop, which concerns the next call but not this one.
    return checkOutputs(spec, await unlessAborted(made, signal), wanted);
  }

  /** Ends it: nothing is answered from now on. Again, or when lost: nothing. */
  close(): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort();
    this.#take()?.resolve(false);
    this.#link.close();
  }

  async #answerNewest(): Promise<void> {
    const { id } = this.#link;
    let asked: Waiting | undefined;
    try {
      await this.#link.call(this.#life.signal, async (api) => {
        asked = this.#take();
        if (!asked) return;
        const { strokes, params } = asked;
        const reply = await api.updateSession({ session: id, strokes, params });
        if (!reply.ok) throw deserializeError(reply.error);
      });
      asked?.resolve(true);
    } catch (error) {
      const failed = asked ?? this.#take();
      if (this.#life.signal.aborted) failed?.resolve(false);
      else failed?.reject(error);
    }
  }

  #take(): Waiting | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    return waiting;
  }

  #reason(): Error {
    return this.#life.signal.aborted ? abortError() : (this.#link.lost.reason as Error);
  }
}
