import { depth } from '../../drawing/depth.ts';
import type { Part } from '../../drawing/drawing.ts';
import type { Character } from '../../parameters/catalogue.ts';
import { scalpFrame, type LocalFrame } from '../local-frame.ts';
import { behind } from '../ornaments/bows.ts';
import type { DrawAccessory, Stage } from '../stage.ts';
import { drawHorn, drawRootTufts, rootLevel, type HornShape } from './horn.ts';

type Axis = HornShape['axis'];

/** Where horns of a kind grow, and along what line on the picture's right side. */
interface HornPair {
  readonly azimuth: number;
  readonly fall: number;
  readonly axis: Axis;
  readonly halfWidths: readonly number[];
  readonly rings: number;
}

/** Axes are written for the picture's right: u outwards, v down, w off the scalp. */
const pairs = {
  oni: {
    azimuth: 27,
    fall: 0.52,
    axis: [
      [0, 3, -4],
      [2, -14, 10],
      [3, -34, 20],
      [0, -55, 25],
    ],
    halfWidths: [13, 11.5, 8, 0],
    rings: 2,
  },
  demon: {
    azimuth: 46,
    fall: 0.4,
    axis: [
      [-2, 4, -4],
      [10, -12, 10],
      [26, -30, 16],
      [30, -54, 14],
      [20, -78, 12],
    ],
    halfWidths: [13, 12, 9.5, 6, 0],
    rings: 4,
  },
  ram: {
    azimuth: 62,
    fall: 0.5,
    axis: [
      [-14, -6, -4],
      [4, -26, 10],
      [32, -34, 12],
      [56, -14, 8],
      [60, 20, 8],
      [40, 44, 14],
      [14, 38, 22],
      [8, 18, 26],
      [22, 10, 30],
    ],
    halfWidths: [15, 16, 16, 15, 13, 11, 8.5, 5.5, 0],
    rings: 11,
  },
} as const satisfies Readonly<Record<string, HornPair>>;

const drawPair =
  (kind: keyof typeof pairs): DrawAccessory =>
  (stage: Stage): Part[] =>
    ([-1, 1] as const).flatMap((side): Part[] => {
      const pair = pairs[kind];
      const azimuth = side * pair.azimuth;
      const beyond = behind(stage, azimuth);
      const level = rootLevel(beyond, depth.horn);
      const sheet = stage.scene.sheet('horn', level, side === 1 ? 'left' : 'right');
      const frame = scalpFrame(stage.head.scalp, azimuth, pair.fall, {
        raise: 0,
        lean: kind === 'ram' ? 0.9 : 0,
      });
      const axis = pair.axis.map(([u, v, w]) => [u * side, v, w] as const);
      drawHorn(stage, sheet, frame, { axis, halfWidths: pair.halfWidths, rings: pair.rings });
      const parts = [sheet.part()];
      if (beyond <= 0) parts.push(drawRootTufts(stage, frame, pair.halfWidths[0], level + 0.1));
      return parts;
    });

/** One horn on the forehead. */
const drawUnicorn: DrawAccessory = (stage) => {
  const sheet = stage.scene.sheet('horn', depth.horn);
  const fall = 0.64;
  const frame: LocalFrame = scalpFrame(stage.head.scalp, 0, fall, { raise: 0 });
  drawHorn(stage, sheet, frame, {
    axis: [
      [0, 4, -4],
      [0, -18, 14],
      [0, -38, 28],
      [0, -60, 44],
    ],
    halfWidths: [10.5, 8.2, 4.6, 0],
    rings: 7,
    spiral: true,
  });
  return [sheet.part(), drawRootTufts(stage, frame, 10, depth.horn + 0.1)];
};

/** How each kind of horns is drawn. */
const hornKinds: Readonly<Record<Exclude<Character['horns'], 'none'>, DrawAccessory>> = {
  oni: drawPair('oni'),
  ram: drawPair('ram'),
  demon: drawPair('demon'),
  unicorn: drawUnicorn,
};

/** Draws the horns of the scene's character. */
export function drawHorns(stage: Stage): Part[] {
  const { horns } = stage.scene.character;
  return horns === 'none' ? [] : hornKinds[horns](stage);
}
