import { describe, expect, it } from 'vitest';
import { countingImage, tinyManifest } from '../plugin/tiny-plugin.test-helper.ts';
import { hostOf } from './sandboxed-host.test-helper.ts';

const picture = () => ({ image: { image: countingImage() } });
const soon = () => new Promise((resolve) => setTimeout(resolve, 10));

/** A plugin that does by hand what it likes: `answer` is told the number of each call. */
const byHand = (answer: (port: MessagePort, id: number) => void, given = {}) =>
  hostOf(
    (port) => {
      port.addEventListener('message', ({ data }) => {
        if (data.type === 'init') port.postMessage({ type: 'ready', wire: 1 });
        if (data.type === 'ping') port.postMessage({ type: 'pong' });
        if (data.type === 'call') answer(port, data.id as number);
      });
      port.start();
    },
    { manifest: tinyManifest('work'), ...given },
  );
const result = (id: number) => ({ type: 'result', id, value: { image: countingImage() } });

describe('SandboxEnd', () => {
  it.each([
    ['a second beginning', [{ type: 'ready', wire: 1 }], '"ready" out of turn'],
    [
      'a late breakdown',
      [{ type: 'broken', error: { code: 'PLUGIN_FAILED', message: '', details: {} } }],
      'out of turn',
    ],
    ['a second answer', ['result', 'result'], 'an answer that nobody waits for'],
    ['an answer to nobody', [{ type: 'result', id: 77 }], 'an answer that nobody waits for'],
    [
      'a note about nothing',
      [{ type: 'progress', id: 77, fraction: 0 }],
      'a note about nothing that was asked',
    ],
    ['an update of no session', [{ type: 'update', session: 77, update: {} }], 'a note about nothing'],
    [
      'progress that falls',
      [
        { type: 'progress', id: 1, fraction: 0.5 },
        { type: 'progress', id: 1, fraction: 0.4 },
      ],
      'progress that falls',
    ],
    ['what is no message', [7], 'message'],
    ['what is no data', [new Map()], 'a message with neither a list nor a plain object'],
  ])('takes %s for a violation, and goes on', async (_name, messages, words) => {
    const { host, violations, crashes } = byHand((port, id) => {
      for (const message of messages) port.postMessage(message === 'result' ? result(id) : message);
      if (!messages.includes('result' as never)) port.postMessage(result(id));
    });
    expect((await host.run('work', picture(), {}))['image']).toEqual(countingImage());
    await soon();
    expect(violations).toEqual([expect.stringContaining(words)]);
    expect(crashes).toEqual([]);
  });

  it('takes no note for a violation that came a moment too late', async () => {
    const { host, violations } = byHand((port, id) => {
      port.postMessage(result(id));
      port.postMessage({ type: 'progress', id, fraction: 1 });
    });
    await host.run('work', picture(), {});
    await soon();
    expect(violations).toEqual([]);
  });

  it('ends it after some violations, and everything that waits with it', async () => {
    const { host, crashes, closed } = byHand(
      (port) => {
        for (let i = 0; i < 4; i++) port.postMessage(i);
      },
      { limits: { violations: 3 } },
    );
    await expect(host.run('work', picture(), {})).rejects.toMatchObject({ code: 'PLUGIN_MISBEHAVED' });
    expect([crashes.length, closed.mock.calls.length]).toEqual([1, 1]);
  });

  it('does not take its word for a cancel that nobody asked for', async () => {
    const error = { code: 'ABORTED', message: 'Cancelled.', details: {} };
    const { host } = byHand((port, id) => port.postMessage({ type: 'failure', id, error }));
    await expect(host.run('work', picture(), {})).rejects.toThrow('it stopped by itself');
  });

  it('crashes with its worker', async () => {
    const { host, crashes } = byHand((port) => port.close());
    await expect(host.run('work', picture(), {})).rejects.toMatchObject({ code: 'PLUGIN_CRASHED' });
    expect(crashes).toHaveLength(1);
  });

  it('gives the plugin a copy of what it works on', async () => {
    const inputs = picture();
    const { host } = byHand((port, id) => port.postMessage(result(id)));
    await host.run('work', inputs, {});
    expect(inputs.image.image).toEqual(countingImage());
  });
});
