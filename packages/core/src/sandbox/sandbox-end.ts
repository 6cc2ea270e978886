import { abortError, deserializeError, KomaError } from '../errors.ts';
import type { BackendReport } from '../inference/index.ts';
import type { OperationListener, SessionListener } from '../plugin/index.ts';
import { endErrors, type EndErrors } from './end-errors.ts';
import type { SandboxLimits } from './limits.ts';
import { LifeWatch } from './life-watch.ts';
import { MessageGate } from './message-gate.ts';
import { RequestLine } from './request-line.ts';
import { ServiceDesk } from './service-desk.ts';
import type { SandboxOptions } from './start-sandboxed.ts';
import type { GuestCall, GuestMessage, HostMessage } from './wire.ts';

/** A call that waits for its answer. */
interface OpenCall extends PromiseWithResolvers<unknown> {
  readonly listener: Omit<OperationListener, 'preview'> & Partial<Pick<OperationListener, 'preview'>>;
  /** The last progress; it never falls. */
  fraction: number;
  cancelled: boolean;
}

type Of<Type extends GuestMessage['type']> = Extract<GuestMessage, { type: Type }>;

/** The host's end of the wire: takes in what may be hostile, and lets through what was asked for. */
export class SandboxEnd {
  /** Settled when the plugin has been started. */
  readonly ready: Promise<void>;
  readonly #port: MessagePort;
  readonly #options: SandboxOptions & { readonly limits: SandboxLimits };
  readonly #started = Promise.withResolvers<void>();
  readonly #calls = new Map<number, OpenCall>();
  /** By the id of the call that opened it. */
  readonly #sessions = new Map<number, SessionListener>();
  readonly #line: RequestLine;
  readonly #gate: MessageGate;
  readonly #errors: EndErrors;
  readonly #watch: LifeWatch;
  /** Aborted when nothing is heard any more. */
  readonly #deaf = new AbortController();
  #lastId = 0;
  #isReady = false;
  #violations = 0;
  #stopped = false;

  constructor(port: MessagePort, options: SandboxOptions & { readonly limits: SandboxLimits }) {
    const { manifest, granted, services, limits } = options;
    this.#port = port;
    this.#options = options;
    this.ready = this.#started.promise;
    // Where it never starts, the job that waits for it says so.
    this.ready.catch(() => {});
    this.#gate = new MessageGate(limits);
    this.#errors = endErrors(manifest.name.en);
    const backend = (report: BackendReport): void => {
      for (const { listener } of this.#calls.values()) listener.backend(report);
    };
    const desk = new ServiceDesk({ plugin: manifest.name.en, granted, services, limits, backend });
    this.#line = new RequestLine({
      desk,
      limit: limits.requests,
      isBusy: () => this.#calls.size + this.#sessions.size > 0,
      send: (answer, give) => this.#send(answer, give),
      answered: () => this.#alive(),
    });
    this.#watch = new LifeWatch({
      limits,
      ping: () => this.#send({ type: 'ping' }),
      stuck: () => this.#fail(this.#errors.stuck()),
    });
    const hear = { signal: this.#deaf.signal };
    port.addEventListener('message', ({ data, ports }) => this.#hear(data, ports), hear);
    // Where the worker is gone by itself; browsers that do not tell leave it to the watchdog.
    port.addEventListener('close', () => this.#fail(this.#errors.crashed()), hear);
    port.addEventListener('messageerror', () => this.#violation('a message that cannot be read'), hear);
    port.start();
    this.#send({ type: 'init', wire: 1, granted, backend: this.backend });
    this.#watch.starts();
  }

  /** What models run on, or what will be tried first. */
  get backend(): BackendReport {
    return this.#options.services.inference.backend;
  }

  /**
   * Asks the plugin.
   * @returns what it says, plain data and nothing else checked
   * @throws KomaError; AbortError where it was cancelled
   */
  ask(
    call: GuestCall,
    listener: OpenCall['listener'],
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<unknown> {
    return this.#ask(++this.#lastId, call, listener, transfer);
  }

  /** Opens a session, whose answers go to the listener until it is closed. @returns its id */
  async open(call: GuestCall, transfer: readonly ArrayBuffer[], listener: SessionListener): Promise<number> {
    const id = ++this.#lastId;
    // Answers may come before the call is over.
    this.#sessions.set(id, listener);
    try {
      await this.#ask(id, call, listener, transfer);
      return id;
    } catch (error) {
      this.#sessions.delete(id);
      throw error;
    }
  }

  close(session: number): void {
    if (this.#sessions.delete(session)) this.#send({ type: 'close', session });
  }

  cancel(): void {
    for (const [id, call] of this.#calls) {
      if (call.cancelled) continue;
      call.cancelled = true;
      this.#send({ type: 'cancel', id });
    }
  }

  /** Ends it; calls that wait reject. Again: nothing. */
  stop(reason: Error = abortError()): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#watch.rests();
    this.#deaf.abort();
    this.#port.close();
    this.#options.close();
    this.#started.reject(reason);
    for (const { reject } of this.#calls.values()) reject(reason);
    this.#calls.clear();
    this.#sessions.clear();
  }

  #ask(
    id: number,
    call: GuestCall,
    listener: OpenCall['listener'],
    transfer: readonly ArrayBuffer[],
  ): Promise<unknown> {
    if (this.#stopped) return Promise.reject(abortError());
    const open: OpenCall = { ...Promise.withResolvers<unknown>(), listener, fraction: 0, cancelled: false };
    // First, since what cannot be sent is no call.
    this.#send({ type: 'call', id, call }, transfer);
    this.#calls.set(id, open);
    this.#alive();
    return open.promise;
  }

  #send(message: HostMessage, transfer: readonly ArrayBuffer[] = []): void {
    if (!this.#stopped) this.#port.postMessage(message, [...transfer]);
  }

  #hear(data: unknown, ports: readonly MessagePort[]): void {
    if (this.#stopped) return;
    const message = this.#gate.take(data, ports);
    if (message.type === 'flood') this.#fail(this.#errors.misbehaved(message.reason));
    else if (message.type === 'invalid') this.#violation(message.reason);
    else this.#take(message);
  }

  #take(message: GuestMessage): void {
    if (message.type === 'broken' && !this.#isReady)
      return this.#fail(this.#errors.broken(message.error.message));
    const first = message.type === 'ready';
    if (first === this.#isReady) return this.#violation(`"${message.type}" out of turn`);
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#started.resolve();
        return this.#rest();
      case 'pong':
        // While it works, hearing messages is not enough.
        if (this.#calls.size === 0) this.#alive();
        return;
      case 'result':
      case 'failure':
        return this.#settle(message);
      case 'progress':
        return this.#progress(message);
      case 'request':
        return this.#request(message);
      case 'log':
        return this.#options.services.log(message.text);
      case 'update':
        return this.#update(message);
      case 'preview':
        return this.#told(message.id, ({ listener }) => listener.preview?.(message.tile));
      case 'partial':
        return this.#told(message.id, ({ listener }) => listener.partial?.(message.answer as never));
      default:
        return this.#violation(`"${message.type}" out of turn`);
    }
  }

  #settle(message: Of<'result' | 'failure'>): void {
    const call = this.#calls.get(message.id);
    // Each call is answered once.
    if (!call) return this.#violation('an answer that nobody waits for');
    this.#calls.delete(message.id);
    if (message.type === 'result') call.resolve(message.value);
    else if (message.error.code === 'ABORTED' && !call.cancelled)
      call.reject(this.#errors.broken('it stopped by itself'));
    else call.reject(deserializeError(message.error));
    this.#rest();
  }

  #progress({ id, fraction, label }: Of<'progress'>): void {
    const call = this.#calls.get(id);
    const session = this.#sessions.get(id);
    if (!call) return session ? session.progress(fraction, label) : this.#late(id);
    if (fraction < call.fraction) return this.#violation('progress that falls');
    // The same again is no sign of life: a timer could send it for ever.
    if (fraction > call.fraction) this.#alive();
    call.fraction = fraction;
    call.listener.progress(fraction, label);
  }

  #update({ session, update }: Of<'update'>): void {
    const listener = this.#sessions.get(session);
    if (!listener) return this.#late(session);
    this.#alive();
    try {
      listener.update(update);
    } catch (error) {
      if (!(error instanceof KomaError)) throw error;
      // What follows it would be patches of something else.
      this.#fail(error);
    }
  }

  #told(id: number, tell: (call: OpenCall) => void): void {
    const call = this.#calls.get(id);
    if (!call) return this.#late(id);
    this.#alive();
    try {
      tell(call);
    } catch (error) {
      // Not a valid answer; whatever else is thrown is a mistake of the host's.
      if (!(error instanceof KomaError)) throw error;
      this.#violation(error.message);
    }
  }

  /** About a call or session that is over already, which may have been on its way; or about none that ever was. */
  #late(id: number): void {
    if (id > this.#lastId) this.#violation('a note about nothing that was asked');
  }

  #request({ id, request }: Of<'request'>): void {
    const wrong = this.#line.take(id, request);
    if (wrong !== undefined) this.#violation(wrong);
    else this.#alive();
  }

  /** A call is over. */
  #rest(): void {
    if (this.#calls.size === 0) this.#watch.asks();
    else this.#alive();
  }

  /** It has given a sign of life. */
  #alive(): void {
    if (this.#stopped || !this.#isReady) return;
    if (this.#line.length > 0) this.#watch.rests();
    else if (this.#calls.size > 0) this.#watch.works();
    else this.#watch.idles();
  }

  #violation(text: string): void {
    this.#options.violation?.(text);
    if (++this.#violations > this.#options.limits.violations) this.#fail(this.#errors.misbehaved(text));
  }

  #fail(error: KomaError): void {
    if (this.#stopped) return;
    this.stop(error);
    this.#options.crashed(error);
  }
}
