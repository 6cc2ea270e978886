/** A thread of `render-pairs`: renders the shards that it is sent, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { renderSeed } from './render-seed.ts';
import { writeShard, type Shard } from './shard-file.ts';

const { folder } = workerData as { readonly folder: string };
parentPort!.on('message', (shard: Shard) => {
  writeShard(folder, shard, (seed) => renderSeed(seed, shard.size));
  parentPort!.postMessage(shard, []);
});
