import { describe, expect, it } from 'vitest';
import { PlainAbortController, PlainAbortSignal, PlainDomException } from './signals.ts';

/** The same with ours and the platform's. */
const both = (work: (Controller: typeof AbortController, Signal: typeof AbortSignal) => unknown): void =>
  expect(work(PlainAbortController as never, PlainAbortSignal as never)).toEqual(
    work(AbortController, AbortSignal),
  );

describe('PlainAbortController', () => {
  it('tells each listener once, in order, as the platform does', () => {
    both((Controller) => {
      const told: string[] = [];
      const controller = new Controller();
      const { signal } = controller;
      const twice = (): void => void told.push('twice');
      signal.addEventListener('abort', twice);
      signal.addEventListener('abort', twice);
      signal.addEventListener('abort', () => told.push('once'), { once: true });
      signal.addEventListener('abort', { handleEvent: ({ type }: Event) => void told.push(type) });
      // oxlint-disable-next-line unicorn/prefer-add-event-listener -- it is there as well
      signal.onabort = () => void told.push('on');
      const gone = (): void => void told.push('gone');
      signal.addEventListener('abort', gone);
      signal.removeEventListener('abort', gone);
      const other = new Controller();
      signal.addEventListener('abort', gone, { signal: other.signal });
      other.abort();
      controller.abort('because');
      controller.abort('again');
      return [told.toSorted(), signal.aborted, signal.reason as string];
    });
  });

  it('joins signals, and makes ones that are aborted already', () => {
    both((Controller, Signal) => {
      const [a, b] = [new Controller(), new Controller()];
      const either = Signal.any([a.signal, b.signal]);
      const before = either.aborted;
      b.abort('b');
      a.abort('a');
      return [before, either.reason as string, Signal.any([Signal.abort('c')]).reason as string];
    });
  });

  it('throws its reason: by default an AbortError', () => {
    const controller = new PlainAbortController();
    controller.signal.throwIfAborted();
    controller.abort();
    expect(() => controller.signal.throwIfAborted()).toThrow(PlainDomException);
    expect((controller.signal.reason as Error).name).toBe('AbortError');
  });
});
