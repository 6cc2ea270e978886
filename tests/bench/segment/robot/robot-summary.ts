import { iouAfter, MAX_STROKES, strokesTo, type RobotResult } from './robot-user.ts';

/** How the robot got on over all panels. */
export interface RobotSummary {
  readonly panels: number;
  /** Mean strokes; panels that fail count {@link MAX_STROKES} + 1. */
  readonly to90: number;
  readonly to95: number;
  /** Percent of panels that never come to 90 % or 95 %. */
  readonly fails90: number;
  readonly fails95: number;
  /** Mean IoU after 1, 3 and 5 strokes. */
  readonly iou1: number;
  readonly iou3: number;
  readonly iou5: number;
  /** Mean boundary F at the end. */
  readonly boundaryF: number;
}

export function summarize(results: readonly RobotResult[]): RobotSummary {
  const mean = (of: (result: RobotResult) => number): number =>
    results.reduce((sum, result) => sum + of(result), 0) / results.length;
  const fails = (share: number): number =>
    100 * mean((result) => (strokesTo(result, share) > MAX_STROKES ? 1 : 0));
  return {
    panels: results.length,
    to90: mean((result) => strokesTo(result, 0.9)),
    to95: mean((result) => strokesTo(result, 0.95)),
    fails90: fails(0.9),
    fails95: fails(0.95),
    iou1: mean((result) => iouAfter(result, 1)),
    iou3: mean((result) => iouAfter(result, 3)),
    iou5: mean((result) => iouAfter(result, 5)),
    boundaryF: mean((result) => result.boundaryF),
  };
}
