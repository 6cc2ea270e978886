/** Of a port that has been moved into another context: no more than this is there. */
export interface MovedPort {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown, transfer?: unknown[]): void;
  start?(): void;
}

/** What a timer asks the thread for; its number comes back when the time is over. */
export interface TimerRequest {
  readonly timer: number;
  readonly milliseconds: number;
}

type Job = (...parameters: unknown[]) => void;

/**
 * The platform's timers, made of a port to the thread, since a function of the thread itself would be a way out of the
 * context.
 */
export function makeTimers(port: MovedPort) {
  const jobs = new Map<
    number,
    { readonly job: Job; readonly parameters: unknown[]; readonly every?: number }
  >();
  let last = 0;
  const wait = (timer: number, delay: unknown): void => {
    const milliseconds = Math.min(2 ** 31 - 1, Math.max(0, Number(delay) || 0));
    port.postMessage({ timer, milliseconds } satisfies TimerRequest);
  };
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- all that ports in another context have
  port.onmessage = ({ data }) => {
    const timer = data as number;
    const waiting = jobs.get(timer);
    if (!waiting) return;
    if (waiting.every === undefined) jobs.delete(timer);
    else wait(timer, waiting.every);
    waiting.job(...waiting.parameters);
  };
  port.start?.();
  const begin = (job: Job, delay: unknown, parameters: unknown[], repeat: boolean): number => {
    jobs.set(++last, { job, parameters, ...(repeat && { every: Math.max(1, Number(delay) || 0) }) });
    wait(last, delay);
    return last;
  };
  const clear = (timer: unknown): void => void jobs.delete(Number(timer));
  return {
    setTimeout: (job: Job, delay?: number, ...parameters: unknown[]) => begin(job, delay, parameters, false),
    setInterval: (job: Job, delay?: number, ...parameters: unknown[]) => begin(job, delay, parameters, true),
    clearTimeout: clear,
    clearInterval: clear,
  };
}
