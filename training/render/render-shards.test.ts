import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderSeed } from './render-seed.ts';
import { renderShards } from './render-shards.ts';
import { planShards, type Shard } from './shard-file.ts';
import { temporaryFolder } from './temporary-folder.test-helper.ts';

const SIZE = 32;

/** All bytes that are rendered, by seed; the shards in the order in which they got done. */
async function render(shardSize: number, workers: number): Promise<{ bytes: Buffer; done: Shard[] }> {
  const folder = temporaryFolder();
  const done: Shard[] = [];
  const shards = planShards(20, 6, shardSize, SIZE);
  await renderShards(folder, shards, workers, (shard) => done.push(shard));
  expect(readdirSync(folder)).toHaveLength(shards.length * 2);
  const files = shards.map(({ firstSeed }) => readFileSync(join(folder, `pairs-${SIZE}-${firstSeed}.bin`)));
  return { bytes: Buffer.concat(files), done };
}

test('a record has the same bytes whatever the threads and the shards', async () => {
  const expected = Buffer.concat(Array.from({ length: 6 }, (_, i) => renderSeed(20 + i, SIZE).record));
  for (const [shardSize, workers] of [
    [6, 1],
    [2, 2],
    [1, 3],
  ] as const) {
    const { bytes, done } = await render(shardSize, workers);
    expect(bytes.equals(expected)).toBe(true);
    expect(done.map(({ firstSeed }) => firstSeed).sort()).toEqual(
      planShards(20, 6, shardSize, SIZE).map(({ firstSeed }) => firstSeed),
    );
  }
});

test('nothing to render is done at once', async () => {
  await renderShards('nowhere', [], 2, () => expect.unreachable());
});

test('what fails in a thread fails the whole', async () => {
  const folder = join(temporaryFolder(), 'missing');
  await expect(renderShards(folder, planShards(1, 2, 1, SIZE), 2, () => {})).rejects.toThrow(
    /ENOENT.*missing/,
  );
});
