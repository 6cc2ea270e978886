import { describe, expect, it } from 'vitest';
import { makeRequest, type NetworkRequest } from './network-request.ts';

const REQUEST: NetworkRequest = {
  url: 'https://example.com/',
  method: 'GET',
  headers: {},
  maxBytes: 1000,
  deadlineMs: 60_000,
  redirect: 'error',
};

/** Sends parts of a body until it is no longer read. */
function stream(parts: number, each: number): { body: ReadableStream<Uint8Array>; sent: () => number } {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (sent === parts) return controller.close();
        sent++;
        controller.enqueue(new Uint8Array(each).fill(sent));
      },
    },
    { highWaterMark: 0 },
  );
  return { body, sent: () => sent };
}

describe('makeRequest', () => {
  it('sends neither cookies nor a referrer, and does not look into the cache', async () => {
    let init: RequestInit | undefined;
    const reply = await makeRequest(REQUEST, async (_, asked) => {
      init = asked;
      return new Response(stream(3, 4).body, { status: 404, headers: { 'X-Tone': 'y' } });
    });
    expect(init).toMatchObject({
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
    });
    const body = new Uint8Array([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]);
    expect(reply).toEqual({ ok: true, answer: { status: 404, headers: { 'x-tone': 'y' }, body } });
  });

  it('stops reading a body that turns out longer than allowed, whatever its length was said to be', async () => {
    const { body, sent } = stream(1000, 100);
    const reply = await makeRequest(
      REQUEST,
      async () => new Response(body, { headers: { 'content-length': '10' } }),
    );
    expect(reply).toEqual({ ok: false, failure: 'too-large' });
    expect(sent()).toBeLessThan(20);
  });

  it('does not read a body that is said to be too long', async () => {
    const { body, sent } = stream(1000, 100);
    const headers = { 'content-length': '5000' };
    expect(await makeRequest(REQUEST, async () => new Response(body, { headers }))).toMatchObject({
      failure: 'too-large',
    });
    expect(sent()).toBe(0);
  });

  it('takes an answer without a body', async () => {
    const reply = await makeRequest(REQUEST, async () => new Response(null, { status: 204 }));
    expect(reply).toMatchObject({ ok: true, answer: { status: 204, body: new Uint8Array(0) } });
  });

  it('gives up on a server that does not answer in time', async () => {
    const never: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) =>
        init!.signal!.addEventListener('abort', () => reject(new Error('gone'))),
      );
    expect(await makeRequest({ ...REQUEST, deadlineMs: 1 }, never)).toEqual({
      ok: false,
      failure: 'too-slow',
    });
  });

  it('says no more of a failure than that there is no answer', async () => {
    const reply = await makeRequest(REQUEST, () => Promise.reject(new TypeError('ECONNREFUSED 10.0.0.1')));
    expect(reply).toEqual({ ok: false, failure: 'unreachable' });
  });
});
