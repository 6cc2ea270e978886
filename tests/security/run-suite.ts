import { fileURLToPath } from 'node:url';
import { bundleGuest } from '../../apps/editor/tools/guest-text.ts';
import type { ProbeBrowser } from './drivers/browser.ts';
import { startEditorServer, startUnguardedServer } from './editor-server.ts';
import { startEvilServer, type EvilServer } from './evil-server.ts';
import type { ProbeFindings, ProbePage, ProbeRun } from './page/probe-page.ts';
import { PROBES, type ProbeOutcome } from './probes/run-probes.ts';

/** One probe's result. Its JSON form is fixed: scripts read it. */
export interface ProbeRow {
  readonly id: string;
  readonly what: string;
  /** How often it got through in the editor as it is. */
  readonly guarded: number;
  /** With the policy and the host's checks, but all globals of the browser within reach. */
  readonly policyOnly: number;
  /** Without policy, without checks. */
  readonly unguarded: number;
  /** What stopped it in the editor as it is. */
  readonly stoppedBy: string;
}

type Hits = ReadonlyMap<string, number>;

/** Looking for the port tells nothing where the port was handed over. */
const needsRuntime = (id: string): boolean => id.startsWith('port-');

/** Probes whose requests come late are waited for. */
const LATE_MS = 1500;

/**
 * Runs the probes in one browser, in the built editor: as it is, with the policy alone, and without anything.
 * @param only ids of probes; absent: all
 */
export async function runSuite(browser: ProbeBrowser, only?: readonly string[]): Promise<ProbeRow[]> {
  const needs = (what: string): string[] =>
    PROBES.filter((probe) => probe.needs === what).map(({ id }) => id);
  const evil = await startEvilServer(needs('udp'), needs('tcp'));
  const guarded = await startEditorServer();
  const unguarded = await startUnguardedServer(guarded.url);
  try {
    const wanted = PROBES.filter(({ id }) => only?.includes(id) ?? true).map(({ id }) => id);
    const rawIds = wanted.filter((id) => !needsRuntime(id));
    const raw = await bundle('probes/raw.entry.ts');
    const plugin = await pluginRun();
    const task = (editor: string, ids: readonly string[]): string =>
      JSON.stringify({ target: { evil: evil.addresses, editor }, only: ids });
    const asItIs = await tryAll(browser, evil, guarded.url, wanted, (ids) => plugin(task(guarded.url, ids)));
    const policyOnly = await tryAll(browser, evil, guarded.url, rawIds, (ids) => ({
      runtime: raw,
      code: task(guarded.url, ids),
      host: 'guarded',
    }));
    const open = await tryAll(browser, evil, unguarded.url, rawIds, (ids) => ({
      runtime: raw,
      code: task(unguarded.url, ids),
      host: 'exposed',
    }));
    return PROBES.filter(({ id }) => wanted.includes(id)).map(({ id, what }) => ({
      id,
      what,
      guarded: asItIs.hits.get(id) ?? 0,
      policyOnly: policyOnly.hits.get(id) ?? 0,
      unguarded: open.hits.get(id) ?? 0,
      stoppedBy: asItIs.outcomes.find((outcome) => outcome.id === id)?.error ?? '',
    }));
  } finally {
    await unguarded.close();
    await guarded.close();
    await evil.close();
  }
}

/** Makes runs of the probes as a plugin, under the editor's own runtime. */
async function pluginRun(): Promise<(task: string) => ProbeRun> {
  const runtime = await bundle('../../apps/editor/src/lib/sandbox/guest-runtime.ts');
  const code = await bundle('probes/plugin.entry.ts', 'komaPlugin');
  return (task) => ({ runtime, code: `const PROBE_TASK = ${task};${code}`, host: 'plugin' });
}

/**
 * Runs probes group by group, each group in a frame of its own, and one by one where a group does not end: some
 * calls never return in a worker of Firefox.
 */
async function tryAll(
  browser: ProbeBrowser,
  evil: EvilServer,
  editor: string,
  ids: readonly string[],
  runOf: (ids: readonly string[]) => ProbeRun,
): Promise<{ outcomes: readonly ProbeOutcome[]; hits: Hits }> {
  evil.forget();
  await browser.goto(editor);
  await browser.evaluate<null>(`(() => { ${await bundle('page/probe-page.ts')} })()`);
  const call: keyof ProbePage = 'run';
  const run = (some: readonly string[]): Promise<ProbeFindings> =>
    browser.evaluate(`probePage.${call}(${JSON.stringify(runOf(some))})`);
  const findings: ProbeFindings[] = [];
  for (const group of Map.groupBy(ids, (id) => id.split('-')[0]!).values()) {
    const found = await run(group);
    findings.push(found);
    // One of them keeps the others from ending.
    if (found.outcomes.length === 0) for (const id of group) findings.push(await run([id]));
  }
  const outcomes = findings.flatMap((found) => found.outcomes);
  const seen = [
    ...findings.flatMap(({ marks }) => marks),
    ...outcomes.filter(({ through }) => through).map(({ id }) => id),
  ];
  await new Promise((resolve) => setTimeout(resolve, LATE_MS));
  const hits = new Map(evil.hits);
  for (const id of seen) hits.set(id, (hits.get(id) ?? 0) + 1);
  return { outcomes, hits };
}

async function bundle(path: string, globalName?: string): Promise<string> {
  return (await bundleGuest(fileURLToPath(new URL(path, import.meta.url)), globalName)).text;
}
