import { createHash } from 'node:crypto';
import { KomaError } from '@koma/core/errors';
import { PERMISSIONS, PluginHost, seededRandom, type Permission } from '@koma/core/plugin';
import { startSandboxed, type SandboxLimits } from '@koma/core/sandbox';
import { fuzzManifest } from './fuzz-manifest.ts';
import { guardedServices } from './guarded-services.ts';
import { HostilePort } from './hostile-port.ts';
import { hostileMessage } from './hostile-messages.ts';
import { pick, type Chance } from './hostile-values.ts';
import { differences, photograph } from './intrinsics.ts';
import { neighbour } from './neighbour.ts';

export interface FuzzReport {
  /** Messages that reached the host while it listened. */
  readonly messages: number;
  /** Workers that were started, and how many of those were ended as misbehaving. */
  readonly workers: number;
  readonly ended: number;
  /** Calls that ended with a valid answer, and with an error in words. */
  readonly answered: number;
  readonly failed: number;
  /** Requests that were let through to a service. */
  readonly requests: number;
  /** Most bytes that were in use, over those after the first tenth. */
  readonly growth: number;
  /** What must not have happened. */
  readonly problems: readonly string[];
}

/** Every message is read, whatever came before. */
const PATIENT: Partial<SandboxLimits> = {
  violations: Infinity,
  messages: { burst: Infinity, perSecond: Infinity },
  bytes: { burst: Infinity, perSecond: Infinity },
};
const PATIENT_MESSAGES = 200;

/**
 * Sends hostile messages to the host's end of the plugin wire, and looks at everything that must stay as it is.
 * @param collect frees memory that is not in use
 */
export async function fuzzRpc(
  count: number,
  seed: number,
  collect: () => void = () => {},
): Promise<FuzzReport> {
  const chance = seededRandom(seed);
  const problems: string[] = [];
  const totals = { messages: 0, workers: 0, ended: 0, answered: 0, failed: 0, requests: 0 };
  const before = photograph();
  const document = picture();
  const fingerprint = hash(document.data);
  const beside = neighbour();
  let base = 0;
  let growth = 0;
  for (let next = count / 10; totals.messages < count;) {
    const episode = await runEpisode(chance, totals.workers % 2 === 0, document, problems);
    totals.messages += episode.messages;
    totals.workers++;
    totals.ended += episode.ended ? 1 : 0;
    totals.answered += episode.answered;
    totals.failed += episode.failed;
    totals.requests += episode.requests;
    if (totals.messages >= next) {
      collect();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      if (base === 0) base = heapUsed + arrayBuffers;
      growth = Math.max(growth, heapUsed + arrayBuffers - base);
      next += count / 10;
      problems.push(...differences(before, photograph()).map((name) => `changed: ${name}`));
    }
  }
  if (hash(document.data) !== fingerprint) problems.push('the picture of the document has changed');
  problems.push(...differences(before, photograph()).map((name) => `changed: ${name}`));
  problems.push(...(await beside.check()));
  return { ...totals, growth, problems };
}

async function runEpisode(chance: Chance, strict: boolean, document: Picture, problems: string[]) {
  const manifest = fuzzManifest('org.example.fuzzed');
  const granted: Permission[] = PERMISSIONS.filter((name) => name.startsWith('layer') || chance() < 0.5);
  const guard = guardedServices(granted, problems);
  const port = new HostilePort();
  const totals = { messages: 0, ended: false, answered: 0, failed: 0 };
  const host = new PluginHost({
    manifest,
    engine: { preference: 'auto' },
    start: (_engine, crashed) =>
      startSandboxed(port.asPort(), {
        manifest,
        granted,
        services: guard.services,
        limits: strict ? {} : PATIENT,
        crashed: (error) => {
          totals.ended = true;
          crashed(error);
        },
        close: () => {},
      }),
  });
  const settle = (job: Promise<unknown>, isValid: (value: unknown) => boolean): Promise<void> =>
    job.then(
      (value) => {
        totals.answered++;
        if (!isValid(value)) problems.push('an answer of a wrong form came through');
      },
      (error: unknown) => {
        totals.failed++;
        const isTold = error instanceof KomaError || (error as Error).name === 'AbortError';
        if (!isTold) problems.push(`an error that is none of ours: ${String(error)}`);
      },
    );
  const inputs = { image: { image: document } };
  const jobs: Promise<void>[] = [];
  const told = {
    onProgress: (fraction: number) => void (fraction >= 0 && fraction <= 1 ? 0 : problems.push('progress')),
  };
  const ask = (): void => {
    const kind = pick(chance, ['run', 'export', 'session'] as const);
    if (kind === 'run')
      jobs.push(
        settle(host.run('work', inputs, {}, told), (value) => isPicture((value as { image: unknown }).image)),
      );
    else if (kind === 'export')
      jobs.push(settle(host.export('save', { width: 2, height: 2, flat: picture() }, {}, told), isFile));
    else
      jobs.push(
        settle(
          host.openSession(
            'cut',
            inputs,
            {},
            {
              onUpdate: ({ patch }) => {
                const fits = !patch || patch.labels.length === patch.width * patch.height;
                if (!fits || (patch && patch.x + patch.width > document.width))
                  problems.push('an update of a wrong form');
              },
            },
          ),
          () => true,
        ),
      );
  };
  ask();
  await turn();
  port.deliver({ type: 'ready', wire: 1 });
  await turn();
  const most = strict ? 1000 : PATIENT_MESSAGES;
  for (let sent = 0; sent < most && !totals.ended; sent++) {
    const message = hostileMessage(chance, { calls: port.calls });
    try {
      if (!port.deliver(message)) continue;
    } catch (error) {
      problems.push(`the host threw: ${String(error)}`);
    }
    totals.messages++;
    if (sent % 8 !== 7) continue;
    await turn();
    if (jobs.length === totals.answered + totals.failed) ask();
  }
  host.dispose();
  await Promise.all(jobs);
  return { ...totals, requests: guard.calls() };
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

function picture(): Picture {
  const data = new Uint8ClampedArray(64);
  for (let i = 0; i < data.length; i++) data[i] = i * 3;
  return { width: 4, height: 4, data };
}

function isPicture(value: unknown): boolean {
  const { width, height, data } = value as Picture;
  const sides = [width, height].every((side) => Number.isSafeInteger(side) && side > 0);
  return sides && data instanceof Uint8ClampedArray && data.length === width * height * 4;
}

function isFile(value: unknown): boolean {
  const { name, bytes } = value as { readonly name: string; readonly bytes: Uint8Array };
  return name.endsWith('.txt') && bytes instanceof Uint8Array;
}

const hash = (bytes: Uint8ClampedArray): string => createHash('sha256').update(bytes).digest('hex');
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
