import { afterEach, expect, it } from 'vitest';
import { DevServer } from './dev-server.ts';

let server: DevServer;
afterEach(() => server.close());

it('serves the package and says when there is another', async () => {
  server = new DevServer();
  const address = await server.listen(0);
  expect((await fetch(address)).status).toBe(503);
  server.publish(Uint8Array.of(1, 2, 3), 'aa');
  const first = await fetch(address);
  expect(new Uint8Array(await first.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3));
  expect(Object.fromEntries(first.headers)).toMatchObject({
    etag: '"aa"',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
  expect((await fetch(address, { headers: { 'if-none-match': '"aa"' } })).status).toBe(304);
  expect((await fetch(new URL('/etc/passwd', address))).status).toBe(404);
  const events = await fetch(new URL('/events', address));
  const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toBe('event: packed\ndata: {"sha256":"aa"}\n\n');
  server.publish(Uint8Array.of(4), 'bb');
  expect((await reader.read()).value).toContain('"bb"');
  expect(await (await fetch(address, { method: 'HEAD' })).text()).toBe('');
  await reader.cancel();
});

it('is told from a port that is taken', async () => {
  server = new DevServer();
  const { port } = new URL(await server.listen(0));
  const second = new DevServer();
  await expect(second.listen(Number(port))).rejects.toThrow('Choose another --port');
});
