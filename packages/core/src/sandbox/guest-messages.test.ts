import { describe, expect, it } from 'vitest';
import { parseGuestMessage } from './guest-messages.ts';

const data = new Uint8ClampedArray(8);
const tile = { x: 1, y: 0, width: 2, height: 1, outputWidth: 3, outputHeight: 1, data };
const error = { code: 'PLUGIN_FAILED', message: 'No ink.', details: { reason: 'No ink.' } };

describe('parseGuestMessage', () => {
  it.each([
    [{ type: 'ready', wire: 1 }],
    [{ type: 'pong' }],
    [{ type: 'broken', error }],
    [{ type: 'result', id: 1, value: { anything: true } }],
    [{ type: 'result', id: 1 }],
    [{ type: 'failure', id: 1, error }],
    [{ type: 'progress', id: 1, fraction: 0.5, label: { en: 'Half', ja: '半分' } }],
    [{ type: 'preview', id: 1, tile }],
    [{ type: 'partial', id: 1, answer: [] }],
    [{ type: 'update', session: 1, update: {} }],
    [{ type: 'log', text: 'x' }],
    [{ type: 'request', id: 1, request: { service: 'storage.keys' } }],
    [{ type: 'request', id: 1, request: { service: 'storage.delete', key: 'a' } }],
    [{ type: 'request', id: 1, request: { service: 'inference.open', source: { model: 'm', lean: true } } }],
  ])('takes %j', (message) => {
    expect(parseGuestMessage(structuredClone(message))).toEqual(message);
  });

  it.each([
    [undefined, 'message'],
    ['ready', 'message'],
    [{ type: 'ready', wire: 2 }, 'wire'],
    [{ type: 'call', id: 1 }, 'type'],
    [{ type: 'constructor' }, 'type'],
    [{ type: 'result', id: 0 }, 'id'],
    [{ type: 'result', id: 1.5 }, 'id'],
    [{ type: 'result', id: 1, more: 1 }, 'message'],
    [{ type: 'progress', id: 1, fraction: 1.1 }, 'fraction'],
    [{ type: 'progress', id: 1, fraction: NaN }, 'fraction'],
    [{ type: 'progress', id: 1, fraction: 0, label: { en: 'x', fr: 'y' } }, 'label'],
    [{ type: 'preview', id: 1, tile: { ...tile, width: 3 } }, 'tile'],
    [{ type: 'preview', id: 1, tile: { ...tile, x: 2 } }, 'tile'],
    [{ type: 'preview', id: 1, tile: { ...tile, data: new Uint8Array(8) } }, 'data'],
    [{ type: 'log', text: 'x'.repeat(2001) }, 'text'],
    [{ type: 'failure', id: 1, error: { ...error, message: 'x'.repeat(2000) } }, 'error'],
    [{ type: 'request', id: 1, request: { service: 'eval', code: '1' } }, 'request'],
    [{ type: 'request', id: 1, request: { service: 'storage.get', key: '' } }, 'request'],
    [{ type: 'request', id: 1, request: { service: 'storage.get', key: 'x'.repeat(201) } }, 'request'],
    [
      { type: 'request', id: 1, request: { service: 'fetch', url: 'https://a.example/', method: 'DELETE' } },
      'request',
    ],
    [
      {
        type: 'request',
        id: 1,
        request: {
          service: 'inference.run',
          session: 1,
          inputs: { x: { type: 'float32', dims: [3], data: new Float32Array(2) } },
        },
      },
      'request',
    ],
  ])('refuses %j and says where', (message, where) => {
    const parsed = parseGuestMessage(structuredClone(message));
    expect(parsed.type).toBe('invalid');
    expect((parsed as { reason: string }).reason).toContain(where);
  });

  it('lets a plugin use no code that says something about the host', () => {
    const said = parseGuestMessage({
      type: 'failure',
      id: 1,
      error: { ...error, code: 'PLUGIN_MISBEHAVED' },
    });
    expect(said).toMatchObject({ error: { code: 'PLUGIN_FAILED', details: { reason: 'No ink.' } } });
  });
});
