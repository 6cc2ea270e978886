import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createModelStore } from './model-store.ts';

const content = new TextEncoder().encode('weights');
const spec = {
  id: 'm',
  file: 'models/m.onnx',
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
  license: 'MIT',
  attribution: 'nobody',
};

describe('createModelStore', () => {
  it('hands out a file whose hash fits', async () => {
    const store = createModelStore([spec], async (path) => (expect(path).toBe('models/m.onnx'), content));
    expect(await store.bytes('m')).toEqual(content);
  });
  it('refuses a file with one changed byte', async () => {
    const changed = content.slice();
    changed[3] = changed[3]! ^ 1;
    await expect(createModelStore([spec], async () => changed).bytes('m')).rejects.toMatchObject({
      code: 'MODEL_CORRUPT',
    });
  });
  it('says when a file cannot be had', async () => {
    const failing = createModelStore([spec], () => Promise.reject(new TypeError('network')));
    await expect(failing.bytes('m')).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
    expect(() => failing.spec('other')).toThrow(/no model/);
  });
});
