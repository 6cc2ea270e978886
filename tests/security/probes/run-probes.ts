import { codeProbes } from './code-probes.ts';
import { hostProbes, portProbes } from './host-probes.ts';
import { networkProbes } from './network-probes.ts';
import type { Probe, ProbeTarget, ProbeTools } from './probe.ts';
import { storageProbes } from './storage-probes.ts';
import { surroundingsProbes } from './surroundings-probes.ts';

/** All ways out that are tried from inside the plugin's worker. */
export const PROBES: readonly Probe[] = [
  ...networkProbes,
  ...codeProbes,
  ...storageProbes,
  ...surroundingsProbes,
  ...portProbes,
  ...hostProbes,
];

/** What the place where the probes run can make the host do. */
export type HostTools = Pick<ProbeTools, 'speak' | 'ask'>;

/** What a probe found where it ran; the evil server and the host know the rest. */
export interface ProbeOutcome {
  readonly id: string;
  /** It reached what it must not. */
  readonly through: boolean;
  /** What stopped it. */
  readonly error?: string;
}

const DEADLINE_MS = 3000;

/**
 * Tries them, all at the same time but for those that replace methods. Runs where the plugin runs.
 * @param only their ids
 */
export async function runProbes(
  target: ProbeTarget,
  tools: HostTools,
  only: readonly string[],
): Promise<ProbeOutcome[]> {
  const wanted = PROBES.filter(({ id }) => only.includes(id));
  const [alone, together] = [true, false].map((port) =>
    wanted.filter(({ id }) => id.startsWith('port-') === port),
  );
  const outcomes: ProbeOutcome[] = [];
  for (const probe of alone!) outcomes.push(await runProbe(probe, target, tools));
  return [...outcomes, ...(await Promise.all(together!.map((probe) => runProbe(probe, target, tools))))];
}

async function runProbe(probe: Probe, target: ProbeTarget, tools: HostTools): Promise<ProbeOutcome> {
  const { id } = probe;
  try {
    const late = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error('no answer')), DEADLINE_MS),
    );
    const result = await Promise.race([probe.run(toolsFor(id, target, tools)), late]);
    return { id, through: result === true };
  } catch (error) {
    return { id, through: false, error: String(error).slice(0, 160) };
  }
}

function toolsFor(id: string, target: ProbeTarget, tools: HostTools): ProbeTools {
  const { host, udp, tcp } = target.evil;
  return {
    ...target,
    ...tools,
    url: (extension = 'js') => `http://${host}/hit/${id}.${extension}?pixels=ff00ff`,
    socketUrl: () => `ws://${host}/hit/${id}`,
    port: () => udp[id] ?? tcp[id] ?? 0,
    global: <T>(name: string): T => {
      const found = (globalThis as Record<string, unknown>)[name];
      if (found === undefined || found === null) throw new TypeError(`no ${name}`);
      return (
        typeof found === 'function' && !/^class|^function [A-Z]/.test(String(found))
          ? found.bind(globalThis)
          : found
      ) as T;
    },
    blobUrl: (text, type = 'text/javascript') => URL.createObjectURL(new Blob([text], { type })),
    dataUrl: (text, type = 'text/javascript') => `data:${type},${encodeURIComponent(text)}`,
  };
}
