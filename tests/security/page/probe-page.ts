/* oxlint-disable unicorn/prefer-add-event-listener -- a port starts by it */
/**
 * The host's half of the probes, put into the editor's own page: starts a worker in the editor's sandbox and
 * listens. Bundled into one script.
 */
import { startSandboxFrame } from '../../../apps/editor/src/lib/sandbox/start-sandbox-frame.ts';
import type { ProbeOutcome } from '../probes/run-probes.ts';
import { exposeHost } from './exposed-host.ts';
import { guardHost } from './guarded-host.ts';

export interface ProbeRun {
  /** The script of the worker. */
  readonly runtime: string;
  /** What the script gets. */
  readonly code: string;
  /**
   * Who sits at the other end of the port: the editor's host, which runs the probes as an operation; the same host
   * while the probes have the port in their hands; or one that exposes itself, to a frame of the editor's own origin.
   */
  readonly host: 'plugin' | 'guarded' | 'exposed';
}

/** What the probes found, and those that have changed something in the page. */
export interface ProbeFindings {
  readonly outcomes: readonly ProbeOutcome[];
  readonly marks: readonly string[];
}

export interface ProbePage {
  /** Resolves without outcomes where the probes do not end. */
  run(task: ProbeRun): Promise<ProbeFindings>;
}

const PIXEL = { width: 1, height: 1, data: new Uint8ClampedArray(4) };
const ENOUGH_MS = 12_000;

const page: ProbePage = {
  async run({ runtime, code, host }) {
    const marks: Record<string, boolean> = {};
    const channel = new BroadcastChannel('koma-probe');
    channel.onmessage = ({ data }) => (marks[String(data)] = true);
    if (host === 'exposed') shareOrigin();
    const address = new URL('sandbox.html', document.baseURI).href;
    const frame = startSandboxFrame({ page: address, runtime, code, name: 'probe' });
    try {
      const report = host === 'plugin' ? askPlugin(frame.port) : hearReport(frame.port, host, marks);
      const late = new Promise<[]>((resolve) => setTimeout(resolve, ENOUGH_MS, []));
      const outcomes = await Promise.race([report, late, frame.failed]);
      return { outcomes, marks: [...Object.keys(marks), ...pollution()] };
    } finally {
      frame.remove();
      channel.close();
    }
  },
};

/** Runs the probes as the operation of a plugin. */
async function askPlugin(port: MessagePort): Promise<ProbeOutcome[]> {
  const { report } = await guardHost(port).run('probe', { image: { image: PIXEL } }, {});
  return JSON.parse((report as { readonly text: string }).text) as ProbeOutcome[];
}

/** Waits for the report among what goes to the host. */
function hearReport(
  port: MessagePort,
  host: 'guarded' | 'exposed',
  marks: Record<string, boolean>,
): Promise<ProbeOutcome[]> {
  const between = new MessageChannel();
  between.port1.onmessage = ({ data, ports }) => port.postMessage(data, [...ports]);
  if (host === 'guarded') guardHost(between.port2).start();
  else exposeHost(between.port2, marks);
  return new Promise((resolve) => {
    port.onmessage = ({ data, ports }: MessageEvent<{ report?: ProbeOutcome[] }>) => {
      if (data?.report) resolve(data.report);
      else between.port1.postMessage(data, [...ports]);
    };
  });
}

/** Frames from now on are of the page's own origin, as they would be without the attribute that keeps them apart. */
function shareOrigin(): void {
  const set = HTMLIFrameElement.prototype.setAttribute;
  HTMLIFrameElement.prototype.setAttribute = function (name, value) {
    set.call(this, name, name === 'sandbox' ? 'allow-scripts allow-same-origin' : value);
  };
}

/** Probes that have put their name on the prototype of every object. */
function pollution(): string[] {
  const found: string[] = [];
  for (const key in {}) found.push(key);
  for (const key of found) delete (Object.prototype as Record<string, unknown>)[key];
  return found;
}

Object.assign(globalThis, { probePage: page });
