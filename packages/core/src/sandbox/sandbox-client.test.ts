import { describe, expect, it } from 'vitest';
import { KomaError } from '../errors.ts';
import type { Generator, SessionUpdate } from '../plugin/index.ts';
import { exporterManifest } from '../plugin/tiny-exporter.test-helper.ts';
import { countingImage, doodle, generatorManifest } from '../plugin/tiny-plugin.test-helper.ts';
import {
  cuttingPlugin,
  interactiveManifest,
  strokesTo,
  type CutLog,
} from '../plugin/tiny-session.test-helper.ts';
import { hostOf, tinyServices } from './sandboxed-host.test-helper.ts';

const picture = () => ({ image: { image: countingImage() } });
const soon = (ms = 10) => new Promise((resolve) => setTimeout(resolve, ms));

describe('A session of a sandboxed plugin', () => {
  function cutting() {
    const log: CutLog = { updates: [], closed: 0 };
    const updates: SessionUpdate[] = [];
    const lost: Error[] = [];
    const made = hostOf(cuttingPlugin(log), { manifest: interactiveManifest() });
    const options = {
      onUpdate: (update: SessionUpdate) => void updates.push(update),
      onLost: (error: Error) => void lost.push(error),
    };
    return { ...made, log, updates, lost, options };
  }
  const subject = ({ patch }: SessionUpdate) => patch?.labels.reduce((sum, label) => sum + label, 0);

  it('answers strokes before the call ends, commits, pushes, and is closed', async () => {
    const { host, log, updates, options } = cutting();
    const session = await host.openSession('cut', picture(), {}, options);
    for (const count of [1, 2]) {
      expect(await session.update(strokesTo(count), {})).toBe(true);
      expect(updates.map(subject)).toEqual([1, 2].slice(0, count));
    }
    const { mask } = await session.commit(strokesTo(1), {});
    expect(mask).toEqual({ width: 2, height: 2, data: new Uint8Array([255, 0, 0, 0]) });
    log.context!.push({ names: ['fg'], sharpness: 'refined' });
    await soon();
    expect(updates.at(-1)).toEqual({ names: ['fg'], sharpness: 'refined' });
    session.close();
    log.context!.push({ names: ['fg'], sharpness: 'full' });
    await soon();
    expect([updates.length, log.closed]).toEqual([3, 1]);
    expect((await host.run('copy', picture(), {}))['image']).toEqual(countingImage());
  });

  it('is lost with its plugin where an answer is not what it has to be', async () => {
    const { host, log, lost, crashes, closed, options } = cutting();
    await host.openSession('cut', picture(), {}, options);
    const patch = { x: 1, y: 0, width: 2, height: 1, labels: new Uint8Array(2) };
    log.context!.push({ names: ['fg'], sharpness: 'full', patch });
    await soon();
    expect(lost).toMatchObject([{ code: 'PLUGIN_FAILED' }]);
    expect([crashes.length, closed.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('A generator of a sandboxed plugin', () => {
  const same: Generator = {
    sample: async ({ seed }) => ({ ...doodle, seed }),
    draw: async ({ size }, { drawSvg }) => drawSvg('<svg/>', size, size),
    layers: async () => ({ name: 'D', width: 1, height: 1, dpi: 72, nodes: [] }),
    vary: async ({ options }) => options,
    breed: async ({ a }) => a,
    between: async () => ({ kind: 'square' }) as never,
    findFaces: async (_, { partial }) => {
      partial([{ x: 1, y: 0, width: 9, height: 9, score: 1 }]);
      return [];
    },
  };

  it('answers questions, draws by the host and tells parts; wrong answers are refused', async () => {
    const drawSvg = async (_svg: string, width: number, height: number) => countingImage(width, height);
    const plugin = { operations: {}, generators: { doodle: same } };
    const { services } = tinyServices({ drawSvg });
    const { host, violations } = hostOf(plugin, { manifest: generatorManifest(), services });
    expect(await host.generate('doodle', 'sample', { seed: 4, wishes: {} })).toEqual({ ...doodle, seed: 4 });
    expect(await host.generate('doodle', 'draw', { options: doodle, size: 20 })).toEqual(
      countingImage(20, 20),
    );
    const parts: unknown[] = [];
    await host.generate(
      'doodle',
      'findFaces',
      { image: countingImage() },
      { onPartial: (part) => parts.push(part) },
    );
    expect(parts).toHaveLength(1);
    const between = host.generate('doodle', 'between', { a: doodle, b: doodle, t: 0.5, lock: [] });
    await expect(between).rejects.toThrow('no valid answer to "between"');
    const unknown = host.generate('doodle', 'blurb', { options: doodle, locale: 'en' });
    await expect(unknown).rejects.toThrow('it does not answer "blurb"');
    expect(violations).toEqual([]);
  });
});

describe('An exporter of a sandboxed plugin', () => {
  it('makes a file of its kind and no other', async () => {
    const names = ['page.txt', 'page.exe'];
    const save = async () => ({ name: names.shift()!, mediaType: 'text/plain', bytes: new Uint8Array([1]) });
    const { host } = hostOf({ operations: {}, exporters: { save } }, { manifest: exporterManifest() });
    const document = { width: 1, height: 1 };
    expect((await host.export('save', document, {})).bytes).toEqual(new Uint8Array([1]));
    await expect(host.export('save', document, {})).rejects.toThrow('no valid file');
    const blind = hostOf(
      { operations: {}, exporters: { save } },
      { manifest: exporterManifest(), granted: [] },
    );
    const refused = blind.host.export('save', document, {});
    await expect(refused).rejects.toBeInstanceOf(KomaError);
    await expect(refused).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  });
});
