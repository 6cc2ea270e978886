import { partClasses } from '@koma/character';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { channels, STRIDE } from './record-pixels.ts';
import type { PairMode } from './sample-pair.ts';

/** The version of the shard format. */
export const PAIRS_VERSION = 1;

/** Records of neighbouring seeds that share a file. */
export interface Shard {
  /** Width and height of a record's pictures, pixels. */
  readonly size: number;
  readonly firstSeed: number;
  readonly count: number;
}

/** What the file beside a shard says, as JSON. */
export interface ShardHeader extends Shard {
  readonly version: typeof PAIRS_VERSION;
  readonly channels: readonly string[];
  /** What the values of part channels mean. */
  readonly classes: readonly string[];
  /** One a record. */
  readonly modes: readonly PairMode[];
}

/** The shards of `count` seeds from `firstSeed` on; the last one may be smaller than `shardSize`. */
export function planShards(firstSeed: number, count: number, shardSize: number, size: number): Shard[] {
  return Array.from({ length: Math.ceil(count / shardSize) }, (_, i) => ({
    size,
    firstSeed: firstSeed + i * shardSize,
    count: Math.min(shardSize, count - i * shardSize),
  }));
}

/** The two files of a shard: raw records, and what is known of them. */
export function shardPaths(folder: string, { size, firstSeed }: Shard): { records: string; header: string } {
  const name = join(folder, `pairs-${size}-${firstSeed}`);
  return { records: `${name}.bin`, header: `${name}.json` };
}

/**
 * Whether a shard is complete in a folder.
 * @throws Error if there is one of the same name with another number of records
 */
export function hasShard(folder: string, shard: Shard): boolean {
  const { records, header } = shardPaths(folder, shard);
  if (!existsSync(records) || !existsSync(header)) return false;
  const { version, count } = JSON.parse(readFileSync(header, 'utf8')) as ShardHeader;
  if (version === PAIRS_VERSION && count === shard.count) return true;
  throw new Error(
    `${header} has ${count} records of format ${version}, not ${shard.count} of format ${PAIRS_VERSION}. ` +
      'Ask for the same --seed, --count and --shard as before, or name another folder with --out.',
  );
}

/**
 * Writes a shard record by record. Both files get their names when they are complete: first the records, then
 * the header, so that a shard with a header is whole.
 *
 * @param render The record of a seed.
 */
export function writeShard(
  folder: string,
  shard: Shard,
  render: (seed: number) => { readonly mode: PairMode; readonly record: Uint8Array },
): void {
  const { records, header } = shardPaths(folder, shard);
  const modes: PairMode[] = [];
  const [unfinished, unfinishedHeader] = [`${records}.part`, `${header}.part`];
  const file = openSync(unfinished, 'w');
  try {
    try {
      for (let i = 0; i < shard.count; i++) {
        const { mode, record } = render(shard.firstSeed + i);
        if (record.length !== shard.size ** 2 * STRIDE)
          throw new Error(`The record of seed ${shard.firstSeed + i} has ${record.length} bytes.`);
        for (let at = 0; at < record.length;) at += writeSync(file, record, at);
        modes.push(mode);
      }
    } finally {
      closeSync(file);
    }
    const { size, firstSeed, count } = shard;
    const known: ShardHeader = {
      version: PAIRS_VERSION,
      size,
      channels,
      count,
      firstSeed,
      classes: partClasses,
      modes,
    };
    writeFileSync(unfinishedHeader, `${JSON.stringify(known)}\n`);
    renameSync(unfinished, records);
    renameSync(unfinishedHeader, header);
  } finally {
    rmSync(unfinished, { force: true });
    rmSync(unfinishedHeader, { force: true });
  }
}
