/** The probes as a plugin: under the real runtime, with nothing but what the contract gives. */
import type { OperationContext } from '@koma/core/plugin';
import type { ProbeTarget } from './probe.ts';
import { runProbes } from './run-probes.ts';

/** Written before this script when it is packed. */
declare const PROBE_TASK: { readonly target: ProbeTarget; readonly only: readonly string[] };

export default {
  operations: {
    probe: async (_inputs: unknown, _params: unknown, context: OperationContext) => {
      const host = {
        speak: () => context.log('probe'),
        ask: () => context.files.bytes('none').catch(() => {}),
      };
      const report = await runProbes(PROBE_TASK.target, host, PROBE_TASK.only);
      return { report: { text: JSON.stringify(report) } };
    },
  },
};
