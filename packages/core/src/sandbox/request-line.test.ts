import { expect, it } from 'vitest';
import { RequestLine } from './request-line.ts';
import type { HostMessage } from './wire.ts';

const ask = { service: 'storage.keys' } as const;

function lineOf(limit: number, isBusy = () => true) {
  const sent: HostMessage[] = [];
  const waiting: PromiseWithResolvers<{ value: unknown; give: ArrayBuffer[] }>[] = [];
  const line = new RequestLine({
    desk: {
      answer: () => {
        waiting.push(Promise.withResolvers());
        return waiting.at(-1)!.promise;
      },
    },
    limit,
    isBusy,
    send: (message) => sent.push(message),
    answered: () => {},
  });
  return { line, sent, waiting };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

it('answers each request once, whichever is done first', async () => {
  const { line, sent, waiting } = lineOf(5);
  expect([line.take(7, ask), line.take(8, ask), line.length]).toEqual([undefined, undefined, 2]);
  waiting[1]!.resolve({ value: 'b', give: [] });
  waiting[0]!.reject(new Error('no disk'));
  await settled();
  expect(sent).toMatchObject([
    { id: 8, ok: true, value: 'b' },
    { id: 7, ok: false, error: { message: 'no disk' } },
  ]);
  expect([line.length, line.take(7, ask)]).toEqual([0, undefined]);
});

it('says what is wrong: a number that is taken, and too many at once', () => {
  const { line } = lineOf(2);
  line.take(1, ask);
  expect(line.take(1, ask)).toBe('a request with the number of another');
  line.take(2, ask);
  expect(line.take(3, ask)).toBe('too many requests at once');
});

it('does nothing for a plugin that nobody has asked', async () => {
  const { line, sent, waiting } = lineOf(2, () => false);
  line.take(1, ask);
  await settled();
  expect(sent).toMatchObject([{ id: 1, ok: false, error: { code: 'ABORTED' } }]);
  expect(waiting).toEqual([]);
});
