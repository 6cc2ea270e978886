import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openHeadless, type HeadlessPlugin } from '@koma/plugin-kit/harness';

// The plugin runs here as it does in Koma: packed, in a sandbox, under the same limits.
let plugin: HeadlessPlugin;
before(async () => {
  plugin = await openHeadless(new URL('..', import.meta.url).pathname);
});
after(() => plugin.close());

const dot = (...data: number[]) => ({
  image: { image: { width: 1, height: 1, data: new Uint8ClampedArray(data) } },
});

test('turns brightness around and keeps transparency', async () => {
  const { image } = await plugin.run('invert', dot(0, 100, 255, 40));
  assert.deepEqual(image, dot(255, 155, 0, 40).image.image);
});

test('does nothing at strength 0', async () => {
  const { image } = await plugin.run('invert', dot(0, 100, 255, 40), { strength: 0 });
  assert.deepEqual(image, dot(0, 100, 255, 40).image.image);
});
