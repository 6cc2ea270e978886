import { partClasses } from '@koma/character';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STRIDE } from './record-pixels.ts';
import { hasShard, planShards, shardPaths, writeShard, type Shard } from './shard-file.ts';
import { temporaryFolder } from './temporary-folder.test-helper.ts';

const shard: Shard = { size: 2, firstSeed: 10, count: 3 };
const BYTES = 4 * STRIDE;
const render = (seed: number) => ({
  mode: seed % 2 === 0 ? ('pose' as const) : ('cast' as const),
  record: new Uint8Array(BYTES).fill(seed),
});

test('seeds are divided into shards without a rest or an overlap', () => {
  expect(planShards(5, 25, 10, 64)).toEqual([
    { size: 64, firstSeed: 5, count: 10 },
    { size: 64, firstSeed: 15, count: 10 },
    { size: 64, firstSeed: 25, count: 5 },
  ]);
  expect(planShards(1, 20, 10, 64)).toHaveLength(2);
});

test('a shard is its records in order, and a header that tells what they are', () => {
  const folder = temporaryFolder();
  writeShard(folder, shard, render);
  expect(readdirSync(folder).sort()).toEqual(['pairs-2-10.bin', 'pairs-2-10.json']);
  const bytes = readFileSync(join(folder, 'pairs-2-10.bin'));
  expect([...bytes]).toEqual([10, 11, 12].flatMap((seed) => [...render(seed).record]));
  expect(JSON.parse(readFileSync(join(folder, 'pairs-2-10.json'), 'utf8'))).toEqual({
    version: 1,
    size: 2,
    channels: 'line red green blue painted part styleRed styleGreen styleBlue stylePart'.split(' '),
    count: 3,
    firstSeed: 10,
    classes: partClasses,
    modes: ['pose', 'cast', 'pose'],
  });
});

test('while it is written, a shard has no name', () => {
  const folder = temporaryFolder();
  let seen = 0;
  writeShard(folder, shard, (seed) => {
    seen++;
    expect(readdirSync(folder).filter((name) => !name.endsWith('.part'))).toEqual([]);
    expect(hasShard(folder, shard)).toBe(false);
    return render(seed);
  });
  expect(seen).toBe(3);
  expect(hasShard(folder, shard)).toBe(true);
});

test('a shard that fails leaves nothing behind', () => {
  const folder = temporaryFolder();
  const failing = (seed: number) => {
    if (seed === 11) throw new Error('no ink');
    return render(seed);
  };
  expect(() => writeShard(folder, shard, failing)).toThrow('no ink');
  expect(() => writeShard(folder, { ...shard, size: 3 }, render)).toThrow('seed 10 has 40 bytes');
  expect(readdirSync(folder)).toEqual([]);
});

test('records without a header are no shard, and are written again', () => {
  const folder = temporaryFolder();
  writeFileSync(shardPaths(folder, shard).records, 'half');
  expect(hasShard(folder, shard)).toBe(false);
  writeShard(folder, shard, render);
  expect(hasShard(folder, shard)).toBe(true);
  expect(readFileSync(shardPaths(folder, shard).records)).toHaveLength(3 * BYTES);
});

test('a shard of another size in its place is refused, since seeds would come twice', () => {
  const folder = temporaryFolder();
  writeShard(folder, shard, render);
  expect(() => hasShard(folder, { ...shard, count: 5 })).toThrow(/3 records.*not 5.*--shard.*--out/);
  expect(hasShard(folder, { ...shard, size: 4 })).toBe(false);
});
