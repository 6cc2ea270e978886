import { createModelStore } from '@koma/core/inference';
import {
  OperationRunner,
  parseManifest,
  type GeneratorMethod,
  type GeneratorRequest,
} from '@koma/core/plugin';
import { expect, test } from 'vitest';
import manifestJson from '../koma-plugin.json' with { type: 'json' };
import plugin from './index.ts';
import { drawSvg } from './node-svg.test-helper.ts';

const runner = new OperationRunner(
  {
    plugin,
    manifest: parseManifest(manifestJson),
    models: createModelStore([], async () => new Uint8Array()),
    loaders: {},
    order: [],
    drawSvg,
  },
  { preference: 'auto' },
);
const listener = { progress() {}, preview() {}, backend() {} };
const ask = <M extends GeneratorMethod>(method: M, request: GeneratorRequest<M>) =>
  runner.generate('character', method, request, listener, new AbortController().signal);

test('answers every question as the manifest promises', async () => {
  const a = await ask('sample', { seed: 1, wishes: { framing: 'full' } });
  const b = await ask('sample', { seed: 2, wishes: { framing: 'full' } });
  const child = await ask('breed', { a, b, shares: { hair: 1 }, seed: 3 });
  const varied = await ask('vary', { options: child, strength: 0.4, seed: 4, keep: ['colours'] });
  const middle = await ask('between', { a, b: varied, t: 0.5, lock: [] });
  const posed = await ask('moveJoint', { options: middle, joint: 'wristLeft', x: 0.8, y: 0.2 });
  expect(posed['jointAngles']).toBeTypeOf('string');
  expect(await ask('joints', { options: posed })).toHaveLength(20);
  const image = await ask('draw', { options: posed, size: 128 });
  expect(
    (await ask('layers', { options: posed, size: 128, as: 'kinds', locale: 'ja' })).nodes.length,
  ).toBeGreaterThan(3);
  expect((await ask('blurb', { options: posed, locale: 'zh-Hans' })).plot).not.toBe('');
  expect(await ask('findFaces', { image })).toBeInstanceOf(Array);
  const face = { x: 40, y: 10, width: 30, height: 30, score: 1 };
  expect(await ask('likeThis', { image, face, seed: 1 })).toBeTypeOf('object');
  const bytes = await ask('writeOptions', { options: posed });
  expect(await ask('readOptions', { bytes })).toEqual(posed);
});

test('errors arrive with their codes', async () => {
  await expect(ask('readOptions', { bytes: new Uint8Array([1, 2, 3]) })).rejects.toMatchObject({
    code: 'OPTIONS_MISSING',
  });
  await expect(ask('sample', { seed: 1, wishes: { wings: 1 } })).rejects.toMatchObject({
    code: 'OPTIONS_INVALID',
  });
});
