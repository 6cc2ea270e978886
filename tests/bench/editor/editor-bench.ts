import type { Bench } from '../bench-row.ts';
import { appRows } from './app-rows.ts';
import { BenchPage } from './bench-page.ts';
import { engineRows } from './engine-rows.ts';
import { bigPageRows } from './big-page-rows.ts';

/**
 * The raster engine in headless Chromium, on a 3000 × 4000 document of ten full layers in mixed blend modes,
 * and the built editor with a 12 megapixel picture. What the rows mean: docs/BENCHMARKS.md.
 */
export const editorBench: Bench = async function* ({ quick }) {
  const page = await BenchPage.start();
  try {
    yield* engineRows(page, quick);
  } finally {
    await page.stop();
  }
  yield* bigPageRows();
  yield* appRows(quick ? 1 : 3);
};
