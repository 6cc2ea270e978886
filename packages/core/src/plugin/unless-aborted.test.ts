import { expect, it, vi } from 'vitest';
import { unlessAborted } from './unless-aborted.ts';

const aborted = { name: 'AbortError' };

it('settles as the promise does, and then listens no longer', async () => {
  const stop = new AbortController();
  const remove = vi.spyOn(stop.signal, 'removeEventListener');
  expect(await unlessAborted(Promise.resolve(7), stop.signal)).toBe(7);
  await expect(unlessAborted(Promise.reject(new Error('no')), stop.signal)).rejects.toThrow('no');
  expect(remove).toHaveBeenCalledTimes(2);
  expect(await unlessAborted(Promise.resolve(8), undefined)).toBe(8);
});

it('rejects once the signal is aborted, whatever the promise comes to', async () => {
  const stop = new AbortController();
  const { promise, reject } = Promise.withResolvers<number>();
  const waiting = unlessAborted(promise, stop.signal);
  stop.abort();
  await expect(waiting).rejects.toMatchObject(aborted);
  reject(new Error('too late'));
  await expect(unlessAborted(Promise.resolve(7), stop.signal)).rejects.toMatchObject(aborted);
});
