import type { Bench } from '../bench-row.ts';
import { colourRows } from './colour-rows.ts';
import { detectorRows } from './detector-rows.ts';
import { faceRows } from './face-rows.ts';
import { gridRows } from './grid-rows.ts';
import { pageRows } from './page-rows.ts';
import { speedRows } from './speed-rows.ts';
import { varietyRows } from './variety-rows.ts';

/**
 * The bounds of the character engine, of the face detector and of the editor's grid of characters. `quick` looks at a
 * tenth of the pictures.
 */
export const characterBench: Bench = async function* ({ quick }) {
  const share = quick ? 0.1 : 1;
  yield* speedRows(400 * share);
  yield* gridRows(quick ? 1 : 5);
  yield* detectorRows(share);
  yield* pageRows(quick ? 1 : 3);
  yield* faceRows(1000 * share);
  yield* colourRows(1000 * share);
  yield* varietyRows(500 * share);
};
