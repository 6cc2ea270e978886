/** The script that makes a bare context of the thread a place for a plugin. Built to text: see `realm-script.ts`. */
import { hardenGlobals, serveGuest, type GuestPort } from '@koma/core/guest';
import { plainAtob, plainBtoa } from './base64.ts';
import { PlainMessageChannel } from './channel.ts';
import { PlainImageData } from './image-data.ts';
import {
  PlainAbortController,
  PlainAbortSignal,
  PlainDomException,
  PlainEvent,
  PlainEventTarget,
} from './signals.ts';
import { PlainTextDecoder, PlainTextEncoder } from './text-codecs.ts';
import { makeTimers, type MovedPort } from './timers.ts';

const scope = globalThis as unknown as Record<string, unknown>;
/** What plugins write to the console goes nowhere; they have `context.log`. */
const SILENT = Object.fromEntries(
  ['debug', 'log', 'info', 'warn', 'error', 'trace', 'assert', 'time', 'timeEnd', 'group', 'groupEnd'].map(
    (name) => [name, () => {}],
  ),
);

/** Puts in place what a plugin may use of the platform, before any of its code runs. @param timers to the thread */
export function prepare(timers: MovedPort): void {
  const began = Date.now();
  Object.assign(scope, {
    self: globalThis,
    ...makeTimers(timers),
    queueMicrotask: (job: () => void) => void Promise.resolve().then(job),
    console: SILENT,
    performance: { now: () => Date.now() - began, timeOrigin: began },
    atob: plainAtob,
    btoa: plainBtoa,
    AbortController: PlainAbortController,
    AbortSignal: PlainAbortSignal,
    DOMException: PlainDomException,
    Event: PlainEvent,
    EventTarget: PlainEventTarget,
    MessageChannel: PlainMessageChannel,
    TextEncoder: PlainTextEncoder,
    TextDecoder: PlainTextDecoder,
    ImageData: PlainImageData,
  });
  hardenGlobals();
}

/**
 * Answers the host, after the plugin's script has run.
 * @param port to the host
 * @param thrown what the script threw, in a list; empty where it ran
 */
export function serve(port: MovedPort, thrown: readonly unknown[]): void {
  serveGuest(port as GuestPort, () => {
    if (thrown.length > 0) throw thrown[0];
    return (scope['komaPlugin'] as { readonly default?: unknown } | undefined)?.default;
  });
}
