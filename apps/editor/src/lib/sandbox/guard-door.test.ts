import { KomaError, serializeError } from '@koma/core/errors';
import { expect, it, vi } from 'vitest';
import { createGuardDoor } from './guard-door.ts';
import type { PluginData } from './plugin-data.ts';

function setUp() {
  const crashed = vi.fn<(error: KomaError) => void>();
  const data: PluginData = {
    storage: { get: vi.fn(), set: vi.fn(), delete: vi.fn(), keys: vi.fn() },
    log: vi.fn(),
    network: vi.fn(),
  };
  const whole = new Uint8Array([1, 2, 3, 4]);
  const door = createGuardDoor(new Map([['a.bin', whole.subarray(1, 3)]]), data, crashed);
  return { door, data, crashed, whole };
}

it('gives a copy of a file and nothing around it', async () => {
  const { door, whole } = setUp();
  const copy = await door.file('a.bin');
  expect(copy).toEqual(new Uint8Array([2, 3]));
  expect(copy.buffer.byteLength).toBe(2);
  copy.fill(9);
  expect(whole).toEqual(new Uint8Array([1, 2, 3, 4]));
});

it.each(['b.bin', '../a.bin', '__proto__', 'constructor', ''])('has no file %j', async (path) => {
  await expect(setUp().door.file(path)).rejects.toThrow(RangeError);
});

it('passes on storage, notes and requests', async () => {
  const { door, data } = setUp();
  await door.storageSet('key', new Uint8Array([1]));
  door.log('note');
  expect(data.storage.set).toHaveBeenCalledWith('key', new Uint8Array([1]));
  expect(data.log).toHaveBeenCalledWith('note');
});

it('tells why the plugin stopped, and does not take a cancelled job for a crash', () => {
  const { door, crashed } = setUp();
  door.crashed(serializeError(new KomaError('PLUGIN_STUCK', 'It stands still.', { plugin: 'x' })));
  door.crashed(serializeError(new DOMException('Cancelled.', 'AbortError')));
  expect(crashed).toHaveBeenCalledTimes(1);
  expect(crashed.mock.calls[0]![0]).toMatchObject({ code: 'PLUGIN_STUCK', details: { plugin: 'x' } });
});
