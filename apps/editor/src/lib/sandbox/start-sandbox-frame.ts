import { KomaError } from '@koma/core/errors';

export interface SandboxFrameOptions {
  /** Address of `sandbox.html`. */
  readonly page: string;
  /** The worker's own script: a classic script that posts one message, then takes `code` and the port. */
  readonly runtime: string;
  /** The plugin's script, which the runtime gets as text. */
  readonly code: string;
  /** For people who look at the browser's list of workers. */
  readonly name: string;
}

/** A frame with a worker in it, which is on the other end of the port. */
export interface SandboxFrame {
  readonly port: MessagePort;
  /** Rejects where the worker cannot be started, or stops by itself. */
  readonly failed: Promise<never>;
  /** Ends the worker at once, whatever it is doing. */
  remove(): void;
}

/** What `sandbox.html` says of itself. */
type FrameMessage =
  { readonly sandbox: 'ready' | 'unguarded' } | { readonly sandbox: 'error'; readonly reason: string };

/** A frame that has not said anything by then has not got its page. */
const START_DEADLINE_MS = 20_000;

/**
 * Starts a worker for third-party code in a frame of its own: an opaque origin, and a policy under which
 * neither frame nor worker can send anything anywhere. Lives on the page's thread.
 */
export function startSandboxFrame({ page, runtime, code, name }: SandboxFrameOptions): SandboxFrame {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.referrerPolicy = 'no-referrer';
  frame.hidden = true;
  frame.title = name;
  frame.src = page;
  const { port1: port, port2: theirs } = new MessageChannel();
  const watch = new AbortController();
  const failed = new Promise<never>((_, reject) => {
    const fail = (error: KomaError): void => {
      clearTimeout(deadline);
      reject(error);
    };
    const deadline = setTimeout(() => fail(notLoaded(name)), START_DEADLINE_MS);
    watch.signal.addEventListener('abort', () => clearTimeout(deadline));
    const hear = ({ source, data }: MessageEvent<unknown>): void => {
      if (source !== frame.contentWindow || source === null || !isFrameMessage(data)) return;
      if (data.sandbox === 'unguarded') fail(notSafe('connect-src'));
      else if (data.sandbox === 'error') fail(stopped(name, data.reason));
      else {
        clearTimeout(deadline);
        // An opaque origin has no name to address it by; the message goes to this frame's window only.
        frame.contentWindow!.postMessage({ runtime, code, name }, '*', [theirs]);
      }
    };
    addEventListener('message', hear, { signal: watch.signal });
  });
  // Whoever waits for it hears of it; nobody has to.
  failed.catch(() => {});
  document.body.append(frame);
  return {
    port,
    failed,
    remove(): void {
      watch.abort();
      frame.remove();
      port.close();
    },
  };
}

/** @param what the part of the policy that is not in force */
export function notSafe(what: string): KomaError {
  const message = `Plugins of others cannot run here: this copy of Koma is served without the policy that keeps them from the network (${what}). Whoever runs the site finds the headers in docs/HOSTING.md.`;
  return new KomaError('SANDBOX_NOT_SAFE', message, { reason: what });
}

/** Where a part of the program does not come. */
export function notLoaded(name: string): KomaError {
  const message = `A part of ${name} could not be loaded. Check the connection and try again.`;
  return new KomaError('PROGRAM_INCOMPLETE', message);
}

function stopped(name: string, reason: string): KomaError {
  const message = `${name} stopped unexpectedly. Your document is unchanged.`;
  return new KomaError('PLUGIN_CRASHED', message, { reason });
}

function isFrameMessage(data: unknown): data is FrameMessage {
  if (typeof data !== 'object' || data === null || !('sandbox' in data)) return false;
  const { sandbox } = data;
  if (sandbox === 'error') return 'reason' in data && typeof data.reason === 'string';
  return sandbox === 'ready' || sandbox === 'unguarded';
}
