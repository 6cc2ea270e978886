import { describe, expect, it } from 'vitest';
import type { BackendReport } from '../inference/index.ts';
import { PERMISSIONS, type Permission } from '../plugin/index.ts';
import { tinyServices } from './sandboxed-host.test-helper.ts';
import { ServiceDesk } from './service-desk.ts';
import type { SandboxServices } from './services.ts';

function deskWith(changes: Partial<SandboxServices> = {}, granted: readonly Permission[] = PERMISSIONS) {
  const reports: BackendReport[] = [];
  const tiny = tinyServices(changes);
  const desk = new ServiceDesk({
    plugin: 'Tiny',
    granted,
    services: tiny.services,
    limits: { models: 1 },
    backend: (report) => reports.push(report),
  });
  return { desk, reports, ...tiny };
}

const x = { type: 'float32', dims: [1], data: new Float32Array([3]) } as const;

describe('ServiceDesk', () => {
  it('runs only models that the plugin has opened itself, and no more at once than allowed', async () => {
    const { desk, reports, released } = deskWith();
    const run = { service: 'inference.run', session: 41, inputs: { x } } as const;
    await expect(desk.answer(run)).rejects.toThrow('the model is not open');
    const open = { service: 'inference.open', source: { model: 'double' } } as const;
    expect((await desk.answer(open)).value).toEqual({ session: 41, backend: { name: 'wasm', threads: 1 } });
    await expect(desk.answer(open)).rejects.toThrow('more than 1 models are open');
    const { value, give } = await desk.answer(run);
    expect(value).toMatchObject({ outputs: { y: { data: new Float32Array([6]) } } });
    expect(give).toHaveLength(1);
    expect(reports).toHaveLength(2);
    await desk.answer({ service: 'inference.release', session: 41 });
    expect(released).toEqual([41]);
    await expect(desk.answer(run)).rejects.toThrow('the model is not open');
  });

  it.each([
    ['storage', { service: 'storage.keys' }],
    ['storage', { service: 'storage.get', key: 'a' }],
    ['storage', { service: 'storage.set', key: 'a', bytes: new Uint8Array(1) }],
    ['storage', { service: 'storage.delete', key: 'a' }],
    ['network', { service: 'fetch', url: 'https://a.example/', method: 'GET' }],
    ['inference', { service: 'inference.open', source: { model: 'double' } }],
    ['inference', { service: 'inference.run', session: 41, inputs: {} }],
    ['inference', { service: 'inference.release', session: 41 }],
  ] as const)('asks for the permission %s before %j', async (permission, request) => {
    const { desk } = deskWith(
      {},
      PERMISSIONS.filter((each) => each !== permission),
    );
    await expect(desk.answer(request)).rejects.toMatchObject({
      code: 'PERMISSION_DENIED',
      details: { permission },
    });
  });

  it("never gives the host's own memory away", async () => {
    const { desk } = deskWith();
    for (const request of [
      { service: 'models.bytes', model: 'double' },
      { service: 'files.bytes', path: 'notes.txt' },
    ] as const)
      expect((await desk.answer(request)).give).toEqual([]);
  });

  it('says what this program does not do', async () => {
    const { desk } = deskWith({ storage: undefined, fetch: undefined });
    await expect(desk.answer({ service: 'storage.keys' })).rejects.toThrow('it keeps nothing for plugins');
    await expect(desk.answer({ service: 'drawSvg', svg: '', width: 1, height: 1 })).rejects.toThrow('SVG');
    const ask = { service: 'fetch', url: 'https://a.example/', method: 'GET' } as const;
    await expect(desk.answer(ask)).rejects.toThrow('no network for plugins');
  });
});
