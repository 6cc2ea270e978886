import { info, log, must, type Bench } from '../bench-row.ts';
import { browserRows } from './browser-rows.ts';
import { measureCliMemory } from './cli-memory.ts';
import { cunetRows, localNetworkRows } from './exactness-rows.ts';
import { measureFmaPeak } from './fma-peak.ts';
import { nativeRows, wasmContextRows } from './native-rows.ts';
import type { Model } from './reference-figures.ts';
import { samplePixels, SIDE } from './test-picture.ts';

const NATIVE_REPEATS = 5;
/** Fewer: a run takes ten times as long. */
const BROWSER_REPEATS = 3;
/** Two free cores come to 1.9 and more. */
const MIN_SCALING = 1.7;
const MEBIBYTE = 2 ** 20;

/**
 * Enlarging one 512 × 512 picture to 1024 × 1024, on the native runtime and in the browser, and a 12
 * megapixel one on the command line. What the rows mean: docs/BENCHMARKS.md.
 */
export const upscaleBench: Bench = async function* ({ quick }) {
  const [nativeRepeats, browserRepeats] = quick ? [1, 1] : [NATIVE_REPEATS, BROWSER_REPEATS];
  const picture = await samplePixels('panel', SIDE, SIDE);

  log("the processor's FMA peak");
  const peak = measureFmaPeak();
  if (peak) {
    yield info('fma-peak.1-thread', peak.oneThread, 'GFLOP/s', '99.5 (AVX2)');
    yield info('fma-peak.2-threads', peak.twoThreads, 'GFLOP/s', '199.7 (AVX2)');
    if (peak.twoThreads < MIN_SCALING * peak.oneThread)
      log(
        'Two threads are hardly faster than one: other programs are running, and no time below can be trusted.',
      );
  } else log('no C compiler: rows with the FMA peak are left out');

  const seconds = new Map<Model, number>();
  yield* nativeRows(picture, nativeRepeats, peak, seconds);
  yield* wasmContextRows(picture);
  yield* localNetworkRows(picture);
  yield* cunetRows(browserRepeats);
  yield* browserRows(browserRepeats, seconds);

  if (quick) {
    log('--quick: the command line is left out');
    return;
  }
  log('a 4000 × 3000 picture on the command line');
  const { peakBytes, seconds: cliSeconds } = await measureCliMemory();
  yield must('cli.12-megapixels.peak-memory', peakBytes / MEBIBYTE, 'MiB', '<=1536');
  yield info('cli.12-megapixels.seconds', cliSeconds, 's');
};
