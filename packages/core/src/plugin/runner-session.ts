import { checkOutputs } from './check-outputs.ts';
import type { CommitContext, InteractiveSession, SessionUpdate, StrokesInput } from './interactive.ts';
import type { OperationSpec } from './manifest.ts';
import { resolveParams, type ParamValue, type ParamValues } from './params.ts';
import { parseStrokes } from './parse-strokes.ts';
import type { OperationOutputs } from './protocol.ts';

/** Does a piece of work for a session with a context of its own; all that can happen becomes a KomaError or AbortError. */
export type WithinSession = <T>(
  signal: AbortSignal,
  wanted: readonly string[] | undefined,
  work: (context: CommitContext) => Promise<T>,
) => Promise<T>;

/** A plugin's session with everything checked that goes in and comes out. One call at a time. */
export class RunnerSession {
  readonly #spec: OperationSpec;
  readonly #session: InteractiveSession;
  readonly #life: AbortController;
  readonly #within: WithinSession;

  /** @param life aborted by {@link close}; the session's own context has its signal */
  constructor(
    spec: OperationSpec,
    session: InteractiveSession,
    life: AbortController,
    within: WithinSession,
  ) {
    this.#spec = spec;
    this.#session = session;
    this.#life = life;
    this.#within = within;
  }

  /**
   * @param given parameters as the caller has them; defaults are filled in and ranges checked here
   * @throws KomaError, or AbortError once `signal` is aborted or the session is closed
   */
  update(
    strokes: StrokesInput,
    given: Readonly<Record<string, ParamValue>>,
    signal: AbortSignal,
  ): Promise<SessionUpdate> {
    return this.#call(strokes, given, signal, undefined, (checked, params, context) =>
      this.#session.update(checked, params, context),
    );
  }

  /**
   * @param wanted names of the outputs to make; absent: all
   * @throws as {@link update} does
   */
  commit(
    strokes: StrokesInput,
    given: Readonly<Record<string, ParamValue>>,
    signal: AbortSignal,
    wanted?: readonly string[],
  ): Promise<OperationOutputs> {
    return this.#call(strokes, given, signal, wanted, async (checked, params, context) =>
      checkOutputs(this.#spec, await this.#session.commit(checked, params, context), wanted),
    );
  }

  /** Ends it; a call that is being answered rejects with AbortError. Again: nothing. */
  close(): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort();
    this.#session.close();
  }

  #call<T>(
    strokes: StrokesInput,
    given: Readonly<Record<string, ParamValue>>,
    signal: AbortSignal,
    wanted: readonly string[] | undefined,
    work: (strokes: StrokesInput, params: ParamValues, context: CommitContext) => Promise<T>,
  ): Promise<T> {
    const either = AbortSignal.any([signal, this.#life.signal]);
    return this.#within(either, wanted, async (context) =>
      work(parseStrokes(strokes), resolveParams(this.#spec, given), context),
    );
  }
}
