import { KomaError } from '@koma/core/errors';
import { describe, expect, it } from 'vitest';
import type { NetworkReply, NetworkRequest } from './network-request.ts';
import type { NetworkEntry } from './plugin-data.ts';
import { createPluginFetch } from './plugin-fetch.ts';

const ANSWER: NetworkReply = {
  ok: true,
  answer: { status: 200, headers: { etag: 'x' }, body: new Uint8Array([1, 2, 3]) },
};

function network(reply: NetworkReply = ANSWER, domains = ['api.example.com', '*.tones.example']) {
  const sent: NetworkRequest[] = [];
  const entries: NetworkEntry[] = [];
  const fetch = createPluginFetch({
    domains,
    send: async (request) => {
      sent.push(request);
      return reply;
    },
    record: (entry) => entries.push(entry),
  });
  return { fetch, sent, entries };
}

/** What a request is refused for; the error says it in words. */
async function refusal(request: Promise<unknown>, entries: readonly NetworkEntry[]): Promise<unknown> {
  const error: unknown = await request.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(KomaError);
  expect((error as KomaError).code).toBe('PLUGIN_FETCH_FAILED');
  expect((error as KomaError).message).toContain(String((error as KomaError).details['reason']));
  return entries.at(-1)?.status;
}

describe('createPluginFetch', () => {
  it('asks a granted site, follows no redirect, and records the request', async () => {
    const { fetch, sent, entries } = network();
    const body = new Uint8Array(5);
    const answer = await fetch('https://api.example.com/x?y', {
      method: 'POST',
      body,
      headers: { accept: 'a/b' },
    });
    expect(answer).toEqual({ status: 200, headers: { etag: 'x' }, body: new Uint8Array([1, 2, 3]) });
    expect(sent).toMatchObject([
      {
        url: 'https://api.example.com/x?y',
        method: 'POST',
        headers: { accept: 'a/b' },
        body,
        redirect: 'error',
      },
    ]);
    expect(entries).toMatchObject([
      { method: 'POST', url: 'https://api.example.com/x?y', sent: 5, received: 3, status: 200 },
    ]);
  });

  it('asks hosts below a domain with a star', async () => {
    const { fetch, sent } = network();
    await fetch('https://a.b.tones.example/');
    expect(sent).toHaveLength(1);
  });

  it.each([
    'http://api.example.com/',
    'https://example.com/',
    'https://evil-api.example.com/',
    'https://api.example.com.evil.test/',
    'https://tones.example.evil.test/',
    'https://eviltones.example/',
    'https://api.example.com:8443/',
    'https://me:secret@api.example.com/',
    'https://api.example.com@evil.test/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://localhost/',
    'wss://api.example.com/',
    'data:text/plain,x',
    'blob:https://api.example.com/6f6e65',
    'file:///etc/passwd',
    'javascript:1',
  ])('asks nobody for %s, and records that it was asked to', async (url) => {
    const { fetch, sent, entries } = network();
    expect(await refusal(fetch(url), entries)).toBe('not-granted');
    expect(sent).toEqual([]);
    expect(entries).toMatchObject([{ url, status: 'not-granted' }]);
  });

  it.each(['', '/path', 'api.example.com', 'https://'])('refuses %j, which is no address', async (url) => {
    const { fetch, sent, entries } = network();
    expect(await refusal(fetch(url), entries)).toBe('invalid');
    expect(sent).toEqual([]);
  });

  it('asks nobody where no domain was granted', async () => {
    const { fetch, sent } = network(ANSWER, []);
    await expect(fetch('https://api.example.com/')).rejects.toThrow('may only ask');
    expect(sent).toEqual([]);
  });

  it.each(['too-large', 'too-slow', 'unreachable'] as const)(
    'says in words that it was %s',
    async (failure) => {
      const { fetch, entries } = network({ ok: false, failure });
      expect(await refusal(fetch('https://api.example.com/'), entries)).toBe(failure);
      expect(entries).toMatchObject([{ status: failure, received: 0 }]);
    },
  );

  it('refuses more requests than a plugin needs, and bodies and headers that are too long', async () => {
    const { fetch, sent, entries } = network();
    const url = 'https://api.example.com/';
    const big = fetch(url, { method: 'POST', body: new Uint8Array(20_000_001) });
    expect(await refusal(big, entries)).toBe('body-too-large');
    const long = fetch(url, { headers: { x: 'y'.repeat(9000) } });
    expect(await refusal(long, entries)).toBe('invalid');
    for (let i = 0; i < 100; i++) await fetch(url).catch(() => {});
    expect(sent.length).toBeLessThanOrEqual(70);
    expect(entries.filter(({ status }) => status === 'too-many').length).toBeGreaterThanOrEqual(30);
  });
});
