/* oxlint-disable unicorn/prefer-add-event-listener -- a port starts by it */
import { notSafe, startSandboxFrame } from './start-sandbox-frame.ts';
import type { SandboxReport } from './check-runtime.ts';

let checked: Promise<void> | undefined;

/**
 * Tries once whether the walls around third-party code stand: that this page keeps its frames from going
 * elsewhere, and that a worker in a sandbox frame reaches nothing. Every frame checks itself besides.
 * @param page address of `sandbox.html`
 * @param runtime the text of check-runtime.ts
 * @throws KomaError `SANDBOX_NOT_SAFE`, or why the sandbox could not be started
 */
export function checkSandbox(page: string, runtime: string): Promise<void> {
  checked ??= check(page, runtime).catch((error: unknown) => {
    // The next plugin tries again: the connection may have been the reason.
    checked = undefined;
    throw error;
  });
  return checked;
}

async function check(page: string, runtime: string): Promise<void> {
  if (!(await framesStay())) throw notSafe('frame-src');
  const frame = startSandboxFrame({ page, runtime, code: '', name: 'koma-sandbox-check' });
  try {
    const answer = new Promise<SandboxReport>((resolve) => {
      frame.port.onmessage = ({ data }: MessageEvent<SandboxReport>) => resolve(data);
    });
    const report = await Promise.race([answer, frame.failed]);
    const leak = Object.entries(report).find(([, holds]) => holds !== true);
    if (leak) throw notSafe(leak[0]);
  } finally {
    frame.remove();
  }
}

/** True where the page's policy keeps frames from leaving for another site, with what they know in the address. */
function framesStay(): Promise<boolean> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', '');
    frame.hidden = true;
    frame.src = 'https://sandbox-check.invalid/';
    const done = (stays: boolean): void => {
      clearTimeout(deadline);
      document.removeEventListener('securitypolicyviolation', hear);
      frame.remove();
      resolve(stays);
    };
    const hear = ({ effectiveDirective, disposition }: SecurityPolicyViolationEvent): void => {
      if (effectiveDirective === 'frame-src' && disposition === 'enforce') done(true);
    };
    const deadline = setTimeout(done, 3000, false);
    document.addEventListener('securitypolicyviolation', hear);
    document.body.append(frame);
  });
}
