import { depth } from '../../drawing/depth.ts';
import type { Part } from '../../drawing/drawing.ts';
import type { Character } from '../../parameters/catalogue.ts';
import { lowTie } from '../../hair/gathered.ts';
import { beforeShoulders } from '../../hair/hair-sides.ts';
import { facingFrame, scalpFrame } from '../local-frame.ts';
import type { DrawAccessory, Stage } from '../stage.ts';
import { drawBow } from './bow.ts';

/** Where the bows of a pair sit, azimuth and fall: where that hair is tied, else above the temples. */
const roots: Readonly<Partial<Record<Character['backHair'], readonly [azimuth: number, fall: number]>>> = {
  twinTails: [98, 0.62],
  drills: [92, 0.74],
  twinBuns: [56, 0.62],
};

/** Hair that is tied beside the neck. */
const lowTies = new Set<Character['backHair']>(['lowTwinTails', 'twinBraids']);

/** A bow on each side of the head. */
export const drawBows: DrawAccessory = (stage) => {
  const { scene, head, far } = stage;
  const { backHair } = scene.character;
  const [azimuth, fall] = roots[backHair] ?? [62, 0.66];
  return ([-1, 1] as const).flatMap((side): Part[] => {
    const own = side === 1 ? 'left' : 'right';
    if (lowTies.has(backHair)) {
      const sheet = scene.sheet('hairOrnament', beforeShoulders + 0.4, own);
      drawBow(sheet, facingFrame(head.frame, lowTie(head.scalp, side), side * 12), far, {
        size: 24,
        tails: 1.5,
      });
      return [sheet.part()];
    }
    const hidden = behind(stage, side * azimuth);
    if (hidden > 40) return [];
    const sheet = scene.sheet('hairOrnament', hidden > 14 ? depth.hatBack : depth.hairOrnament, own);
    drawBow(
      sheet,
      scalpFrame(head.scalp, side * azimuth, fall, { raise: 7, spin: side * 24, lean: 1 }),
      far,
      { size: 27, tails: 1.5 },
    );
    return [sheet.part()];
  });
};

/** One large bow: on the back of the crown, or on one side. */
export const drawLargeBow: DrawAccessory = (stage) => {
  const { scene, head, random } = stage;
  if (random.chance(0.55)) {
    // Behind the crown: its loops stand up on both sides of it, like the ears of a rabbit.
    const sheet = scene.sheet('hairOrnament', depth.hatBack);
    drawBow(
      sheet,
      scalpFrame(head.scalp, 180, 0.47, { raise: 4, lean: 40, spin: random.between(-4, 4) }),
      stage.far,
      { size: 70, tails: 0, perk: 0.26 },
    );
    return [sheet.part()];
  }
  const side = openSide(stage);
  const sheet = scene.sheet('hairOrnament', depth.hairOrnament, side === 1 ? 'left' : 'right');
  drawBow(
    sheet,
    scalpFrame(head.scalp, side * 44, 0.5, { raise: 5, spin: side * 26, lean: 0.5 }),
    stage.far,
    { size: 40, tails: 1.05 },
  );
  return [sheet.part()];
};

/** The side an ornament is put on: by chance, but one that the viewer sees when the head is turned. */
export function openSide({ head, random }: Stage): 1 | -1 {
  const side = random.pick([-1, 1] as const);
  const { turn } = head.frame;
  return Math.abs(turn) > 0.45 ? (turn > 0 ? -1 : 1) : side;
}

/** How many degrees an azimuth lies beyond the rim of the head; negative in front of it. */
export function behind({ head }: Stage, azimuth: number): number {
  return Math.abs(azimuth + head.frame.yaw) - 90;
}
