import type { TestPanel } from '../pages/test-page.ts';
import type { Stroke } from '@koma/core/plugin';
import type { SegmenterSession } from '../segmenter.ts';
import { deepestError } from './deepest-error.ts';
import { boundaryF, intersectionOverUnion, maskOfPanel } from './judge-panel.ts';

/** How many strokes the robot has; the first strokes count as one. */
export const MAX_STROKES = 20;
/** From this IoU on, errors narrower than so many pixels are nothing to a user: the robot stops. */
const FINE = 0.95;
const SMALLEST_ERROR = 4;

/** How the robot got on with a panel. */
export interface RobotResult {
  readonly panel: string;
  /** IoU after each stroke. */
  readonly iou: readonly number[];
  /** Boundary F at the end. */
  readonly boundaryF: number;
  /** All strokes at the end. */
  readonly strokes: readonly Stroke[];
  /** Of the panel's box at the end: 1 = figure. */
  readonly mask: Uint8Array;
}

export interface RobotOptions {
  /** Each stroke lands this far from where it should, in pixels, in a direction by chance. */
  readonly jitter?: number;
  /** Numbers from 0 to 1; needed where there is jitter. */
  readonly random?: () => number;
  /** Stop at this IoU instead of where nothing is left to correct. */
  readonly enough?: number;
}

/** A user that always puts the next stroke in the middle of what is most wrong. */
export async function runRobot(
  session: SegmenterSession,
  pageWidth: number,
  panel: TestPanel,
  { jitter = 0, random, enough = Infinity }: RobotOptions = {},
): Promise<RobotResult> {
  const hand = (stroke: Stroke): Stroke => (random ? shake(stroke, jitter, random) : stroke);
  const { box, truth } = panel;
  const strokes = panel.first.map(hand);
  const iou: number[] = [];
  for (;;) {
    const mask = await session.update(strokes, panel.edge);
    const own = maskOfPanel(mask, pageWidth, panel);
    iou.push(intersectionOverUnion(own, truth));
    const error = deepestError(own, truth, box.width);
    const isFine = iou.at(-1)! >= FINE && (error?.side ?? 0) < SMALLEST_ERROR;
    if (!error || isFine || iou.length === MAX_STROKES || iou.at(-1)! >= enough)
      return { panel: panel.id, iou, boundaryF: boundaryF(own, truth, box.width), strokes, mask: own };
    const radius = Math.max(2, Math.min(12, error.side >> 2));
    strokes.push(
      hand({ label: error.label, radius, points: [[box.x + error.x + 0.5, box.y + error.y + 0.5]] }),
    );
  }
}

/** The stroke, moved as a whole. */
export function shake(stroke: Stroke, distance: number, random: () => number): Stroke {
  const direction = 2 * Math.PI * random();
  const [dx, dy] = [distance * Math.cos(direction), distance * Math.sin(direction)];
  return { ...stroke, points: stroke.points.map(([x, y]): [number, number] => [x + dx, y + dy]) };
}

/** The number of strokes after which the IoU first reaches a share; one more than there are where never. */
export function strokesTo({ iou }: RobotResult, share: number): number {
  const at = iou.findIndex((value) => value >= share);
  return at < 0 ? MAX_STROKES + 1 : at + 1;
}

/** IoU after so many strokes, or at the end where the robot needed fewer. */
export function iouAfter({ iou }: RobotResult, strokes: number): number {
  return iou[Math.min(strokes, iou.length) - 1]!;
}
