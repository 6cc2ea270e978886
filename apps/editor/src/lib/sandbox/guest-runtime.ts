/**
 * The script of a third-party plugin's worker, before the plugin: closes what plugins may not use, then
 * waits for the plugin's code and the host's port. Bundled into one text (`?guest`).
 */
import { hardenGlobals, serveGuest, type GuestPort } from '@koma/core/guest';

/** What is used of a worker's global object, whose types would clash with a page's. */
declare const self: EventTarget & {
  importScripts(url: string): void;
  postMessage(message: string): void;
  readonly komaPlugin?: { readonly default?: unknown };
};

/** Notes about errors that nobody caught. */
const MAX_NOTES = 20;

const runScript = self.importScripts.bind(self);
const tellFrame = self.postMessage.bind(self);
hardenGlobals();
// Whoever replaces these could have the port as `this`, and speak to the host past the lines below.
for (const type of [MessagePort, MessageEvent, Event]) Object.freeze(type.prototype);

self.addEventListener(
  'message',
  (event) => {
    // The plugin's own listeners come later; the port is not for them.
    event.stopImmediatePropagation();
    const { data, ports } = event as MessageEvent<string>;
    const port = ports[0] as GuestPort;
    noteErrors(port);
    const code = new Blob([data], { type: 'text/javascript' });
    serveGuest(port, () => {
      // A script of its own: what it declares cannot come before the lines above.
      const address = URL.createObjectURL(code);
      try {
        runScript(address);
      } finally {
        URL.revokeObjectURL(address);
      }
      return self.komaPlugin?.default;
    });
  },
  { once: true },
);
tellFrame('ready');

/** Errors that nobody caught are for the plugin's log; the frame's document shall not hear of them, however many. */
function noteErrors(port: GuestPort): void {
  let left = MAX_NOTES;
  const note = (event: Event, error: unknown): void => {
    event.preventDefault();
    if (left-- > 0) port.postMessage({ type: 'log', text: describe(error) });
  };
  self.addEventListener('error', (event) => note(event, (event as ErrorEvent).message));
  self.addEventListener('unhandledrejection', (event) =>
    note(event, (event as PromiseRejectionEvent).reason),
  );
}

function describe(error: unknown): string {
  try {
    return `Not caught: ${String(error).slice(0, 500)}`;
  } catch {
    return 'Not caught: something that has no text.';
  }
}
