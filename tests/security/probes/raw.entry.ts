/* oxlint-disable unicorn/prefer-add-event-listener, unicorn/require-post-message-target-origin -- in a worker it takes no origin */
/**
 * The probes without any runtime around them: with the port to the host in their hands and every global as the
 * browser made it. What stops them here is the sandbox's policy and the host, and nothing else.
 */
import type { ProbeTarget } from './probe.ts';
import { runProbes } from './run-probes.ts';

declare const self: DedicatedWorkerGlobalScope & { __port?: MessagePort };

self.onmessage = async ({ data, ports: [port] }: MessageEvent<string>): Promise<void> => {
  self.__port = port!;
  const { target, only } = JSON.parse(data) as { target: ProbeTarget; only: string[] };
  const host = { speak: () => port!.postMessage({ type: 'LOG' }), ask: async () => {} };
  const report = await runProbes(target, host, only);
  port!.postMessage({ report });
};
// One probe throws on purpose.
self.addEventListener('error', (event) => event.preventDefault());
self.postMessage('ready');
