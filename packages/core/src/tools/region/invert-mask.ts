import { finish, inBlocks, type Steps } from '../../steps/index.ts';
import { EMPTY_MASK, reframeMask, type PlacedMask, type Size } from './mask.ts';
import { trimMask } from './mask-bounds.ts';

/** 255 - coverage over the whole canvas; what the mask does not reach becomes 255. Cut to its bounds. */
export function invertMask(mask: PlacedMask, canvas: Size): PlacedMask {
  const { width, height } = canvas;
  if (width === 0 || height === 0) return EMPTY_MASK;
  const { data } = reframeMask(mask, { x: 0, y: 0, width, height });
  return trimMask({ x: 0, y: 0, width, height, data: complementCoverage(data) });
}

/** 255 - coverage, byte by byte, in a new plane. */
export function complementCoverage(data: Uint8Array): Uint8Array {
  return finish(complementCoverageSteps(data));
}

/** {@link complementCoverage} in steps. */
export function* complementCoverageSteps(data: Uint8Array): Steps<Uint8Array> {
  const result = new Uint8Array(data.length);
  yield* inBlocks(data.length, (from, to) => {
    for (let i = from; i < to; i++) result[i] = 255 - data[i]!;
  });
  return result;
}
