import { aim, must, type Bench } from '../bench-row.ts';
import { browserRows } from './browser-rows.ts';
import { ColourPipeline } from './colour-pipeline.ts';
import { qualityRows } from './quality-rows.ts';

const MEBIBYTE = 2 ** 20;

/** The bounds of the colorizer: its network in the browser, and the whole operation on characters never trained on. */
export const colorizeBench: Bench = async function* ({ quick }) {
  const pipeline = new ColourPipeline();
  try {
    const size = pipeline.modelBytes / MEBIBYTE;
    yield must('model.size', size, 'MiB', '<=16');
    yield aim('model.size.aim', size, 'MiB', '<=13');
    yield* browserRows(quick ? 1 : 5);
    yield* qualityRows(pipeline, quick ? 4 : 48);
  } finally {
    await pipeline.dispose();
  }
};
