/* oxlint-disable unicorn/prefer-add-event-listener, unicorn/require-post-message-target-origin -- in a worker it takes no origin */
/**
 * The script of the worker in which the sandbox is tried before any plugin runs: sends what the policy
 * stopped. Bundled into one text (`?guest`).
 */

/** What the worker of the check answers. */
export interface SandboxReport {
  /** True where the policy reported that it had stopped the request, which a mere failure does not show. */
  readonly fetchStopped: boolean;
  /** True where the worker can reach no storage of the site. */
  readonly originOpaque: boolean;
}

declare const self: Window & typeof globalThis;

/**
 * Nothing is ever there (RFC 2606). One request is enough, as all kinds obey one policy; a WebSocket that the policy
 * stops in a worker brings the whole page of Firefox 153 to a standstill.
 */
const NOWHERE = 'https://sandbox-check.invalid/';

self.onmessage = async ({ ports: [port] }: MessageEvent): Promise<void> => {
  const report: SandboxReport = {
    fetchStopped: await stopped('connect-src', () => fetch(NOWHERE)),
    originOpaque: self.origin === 'null',
  };
  port!.postMessage(report);
};
(self.postMessage as (message: string) => void)('ready');

/** Tries something; resolves with whether the policy reported it. */
function stopped(directive: string, attempt: () => unknown): Promise<boolean> {
  return new Promise((resolve) => {
    const watch = new AbortController();
    const done = (found: boolean): void => {
      watch.abort();
      clearTimeout(deadline);
      resolve(found);
    };
    const deadline = setTimeout(done, 2000, false);
    const hear = ({ effectiveDirective, disposition }: SecurityPolicyViolationEvent): void => {
      if (effectiveDirective.startsWith(directive) && disposition === 'enforce') done(true);
    };
    self.addEventListener('securitypolicyviolation', hear as EventListener, { signal: watch.signal });
    try {
      Promise.resolve(attempt()).catch(() => {});
    } catch {
      // Stopped at once; the report follows.
    }
  });
}
