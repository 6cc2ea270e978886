import type { PluginHost } from '@koma/core/plugin';
import { describe, expect, it } from 'vitest';
import { OPTIONS, SPEC } from './fake-generator.test-helper.ts';
import { GeneratorClient } from './generator-client.ts';

/** A host that writes down what it is asked and answers when told. */
function hostWith(log: string[]) {
  const answers: (() => void)[] = [];
  const generate = (id: string, method: string, _request: unknown, { signal }: { signal?: AbortSignal }) => {
    log.push(`${id}.${method}`);
    return new Promise((resolve, reject) => {
      answers.push(() => resolve(OPTIONS));
      signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    });
  };
  return { host: { generate } as unknown as PluginHost, answers };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('GeneratorClient', () => {
  it('asks one thing at a time, and the preview before the rest of the grid', async () => {
    const log: string[] = [];
    const { host, answers } = hostWith(log);
    const client = new GeneratorClient(SPEC, () => host);
    const grid = { rank: 'grid' } as const;
    void client.ask('sample', { seed: 1, wishes: {} }, grid);
    void client.ask('vary', { options: OPTIONS, strength: 1, seed: 1, keep: [] }, grid);
    void client.ask('draw', { options: OPTIONS, size: 256 });
    await settle();
    expect(log).toEqual(['squares.sample']);
    for (const length of [2, 3]) {
      answers.shift()!();
      await settle();
      expect(log).toHaveLength(length);
    }
    expect(log.slice(1)).toEqual(['squares.draw', 'squares.vary']);
  });

  it('passes the cancel on to what runs', async () => {
    const { host } = hostWith([]);
    const client = new GeneratorClient(SPEC, () => host);
    const controller = new AbortController();
    const asked = client.ask('draw', { options: OPTIONS, size: 256 }, { signal: controller.signal });
    await settle();
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});
