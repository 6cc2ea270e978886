/** One of the threads that flatten a document; see `FlattenPool`. */
import { TileCompositor, TileStore } from '@koma/core/raster';
import { workOff, type FlattenJob } from './flatten-job.ts';

const store = new TileStore();
const compositor = new TileCompositor();

addEventListener('message', ({ data }: MessageEvent<FlattenJob>) => {
  workOff(data, store, compositor);
  postMessage('done', {});
});
