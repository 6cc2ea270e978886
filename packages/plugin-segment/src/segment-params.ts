import type { ParamValues } from '@koma/core/plugin';
import type { PreparePageOptions } from '@koma/lineart';
import type { FeatherDirection, LineOwner, MatteOptions } from './edge/index.ts';

/** The parameters of the operation, as the manifest describes them. */
export interface SegmentParams {
  /** What the page is prepared with; other values mean other regions. */
  readonly prepare: Pick<PreparePageOptions, 'toneRemoval' | 'closeGaps'>;
  readonly matte: Omit<MatteOptions, 'lineWidth'>;
  readonly invert: boolean;
  /** 0: all that is marked; otherwise the label that counts. */
  readonly only: number;
}

/** Reads checked parameters. */
export function readParams(params: ParamValues): SegmentParams {
  return {
    prepare: { toneRemoval: params['toneRemoval'] as boolean, closeGaps: params['closeGaps'] as number },
    matte: {
      owner: params['owner'] as LineOwner,
      feather: params['feather'] as number,
      featherDirection: params['featherDirection'] as FeatherDirection,
      grow: params['grow'] as number,
      smooth: params['smooth'] as number,
    },
    invert: params['invert'] as boolean,
    only: params['only'] as number,
  };
}
