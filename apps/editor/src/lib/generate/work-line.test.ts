import { describe, expect, it } from 'vitest';
import { WorkLine } from './work-line.ts';

/** Work that is done when told, and writes down when it began. */
function gate(log: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const work = (): Promise<string> => {
    log.push(name);
    return promise;
  };
  return { work, finish: () => resolve(name), fail: (error: Error) => reject(error) };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('WorkLine', () => {
  it('does one thing at a time, what matters most first, then what was asked first', async () => {
    const [line, log] = [new WorkLine(), [] as string[]];
    const gates = ['first', 'later', 'latest', 'urgent'].map((name) => gate(log, name));
    const [first, later, latest, urgent] = gates as [
      (typeof gates)[0],
      (typeof gates)[0],
      (typeof gates)[0],
      (typeof gates)[0],
    ];
    const done = [
      line.run(2, first.work),
      line.run(2, later.work),
      line.run(2, latest.work),
      line.run(1, urgent.work),
    ];
    for (const each of gates) {
      await settle();
      expect(log).toHaveLength(gates.indexOf(each) + 1);
      [first, urgent, later, latest][gates.indexOf(each)]!.finish();
    }
    expect(await Promise.all(done)).toEqual(['first', 'later', 'latest', 'urgent']);
    expect(log).toEqual(['first', 'urgent', 'later', 'latest']);
  });

  it('goes on after what fails', async () => {
    const [line, log] = [new WorkLine(), [] as string[]];
    const [bad, good] = [gate(log, 'bad'), gate(log, 'good')];
    const failing = line.run(0, bad.work);
    const next = line.run(0, good.work);
    bad.fail(new Error('broken'));
    await expect(failing).rejects.toThrow('broken');
    good.finish();
    expect(await next).toBe('good');
  });

  it('leaves out what is cancelled before its turn, and does not cancel what runs', async () => {
    const [line, log] = [new WorkLine(), [] as string[]];
    const [running, waiting] = [gate(log, 'running'), gate(log, 'waiting')];
    const [stopRunning, stopWaiting] = [new AbortController(), new AbortController()];
    const first = line.run(0, running.work, stopRunning.signal);
    const second = line.run(0, waiting.work, stopWaiting.signal);
    await settle();
    stopRunning.abort();
    stopWaiting.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    running.finish();
    expect(await first).toBe('running');
    expect(log).toEqual(['running']);
    await expect(line.run(0, waiting.work, stopWaiting.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
