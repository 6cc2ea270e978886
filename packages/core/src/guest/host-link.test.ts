import { describe, expect, it, vi } from 'vitest';
import { KomaError } from '../errors.ts';
import { HostLink, type GuestPort } from './host-link.ts';

function linkTo(postMessage: GuestPort['postMessage'] = () => {}) {
  const post = vi.fn(postMessage);
  return { post, link: new HostLink({ onmessage: null, postMessage: post }) };
}

describe('HostLink', () => {
  it('gives each answer to its own request, in whatever order they come', async () => {
    const { post, link } = linkTo();
    const [first, second] = [
      link.ask({ service: 'storage.keys' }),
      link.ask({ service: 'storage.get', key: 'a' }),
    ];
    expect(post.mock.calls.map(([message]) => (message as { id: number }).id)).toEqual([1, 2]);
    link.answered({ type: 'answer', id: 2, ok: true, value: 'second' });
    link.answered({ type: 'answer', id: 1, ok: true, value: 'first' });
    link.answered({ type: 'answer', id: 1, ok: true, value: 'again' });
    expect([await first, await second]).toEqual(['first', 'second']);
  });

  it('rejects with the error of the host', async () => {
    const { link } = linkTo();
    const denied = link.ask({ service: 'storage.keys' });
    const stopped = link.ask({ service: 'storage.keys' });
    const details = { permission: 'storage' };
    link.answered({
      type: 'answer',
      id: 1,
      ok: false,
      error: { code: 'PERMISSION_DENIED', message: 'No.', details },
    });
    link.answered({ type: 'answer', id: 2, ok: false, error: { code: 'ABORTED', message: '', details: {} } });
    await expect(denied).rejects.toEqual(new KomaError('PERMISSION_DENIED', 'No.', details));
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('rejects what cannot be sent', async () => {
    const { link } = linkTo(() => {
      throw new Error('not cloneable');
    });
    await expect(link.ask({ service: 'storage.keys' })).rejects.toThrow('not cloneable');
  });

  it('copies memory that cannot be given away', () => {
    const { post, link } = linkTo((_message, transfer = []) => {
      if (transfer.length > 0) throw new Error('not detachable');
    });
    link.send({ type: 'pong' }, [new ArrayBuffer(1)]);
    expect(post).toHaveBeenLastCalledWith({ type: 'pong' }, []);
  });

  it('holds back notes where there are too many, and lets them through again after a while', () => {
    vi.useFakeTimers();
    try {
      const { post, link } = linkTo();
      for (let i = 0; i < 1000; i++) link.tell({ type: 'log', text: 'x' });
      expect(post).toHaveBeenCalledTimes(100);
      vi.advanceTimersByTime(1000);
      for (let i = 0; i < 1000; i++) link.tell({ type: 'log', text: 'x' });
      expect(post).toHaveBeenCalledTimes(140);
    } finally {
      vi.useRealTimers();
    }
  });
});
