import { depth as layer } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import { drawCombedLines } from './combed-lines.ts';
import { hangingLine, scalpPoint, type HeadPoint } from './hang.ts';
import { drawGathered, lowTie } from './gathered.ts';
import { drawNape } from './nape.ts';
import type { Scalp } from './scalp.ts';
import { beforeShoulders, ownSide } from './hair-sides.ts';
import { drawTail } from './tail.ts';

/** How wavy a tail is, drawing what hairWave asks for as a swing of its centre line, head units. */
const swings = (points: readonly HeadPoint[], wave: number, side: 1 | -1): HeadPoint[] =>
  points.map(([x, y, z], i) => [x + side * (i < 2 ? 0 : (i % 2 === 0 ? 1 : -1) * (4 + wave * 15)), y, z]);

/** Two high tails with volume, one at each side of the head. */
export function drawTwinTails(scene: Scene, scalp: Scalp): Part[] {
  const { hairLength, hairVolume, hairWave } = scene.character;
  const unit = scalp.frame.scale;
  const drop = 130 + hairLength * 210;
  const full = 0.72 + hairVolume * 0.56;
  const parts: Part[] = [];
  const ties: HeadPoint[] = [];
  for (const side of [-1, 1] as const) {
    const root = scalpPoint(scalp, side * 100, 0.62, 5);
    ties.push(root);
    const [x, y, z] = root;
    const front = z > -4;
    const sheet = scene.sheet(
      front ? 'hairFront' : 'hairBack',
      front ? layer.hairTop : layer.hairTail,
      ownSide(side),
    );
    // A tail seen nearly from the side of the head stands off less.
    const off = Math.max(0.45, Math.min(1, 0.45 + (Math.abs(x) / 85) * 0.55));
    const path: HeadPoint[] = swings(
      [
        root,
        [x + side * 20 * off, y - 14, z],
        [x + side * 46 * off, y + 10 + drop * 0.05, z - 4],
        [x + side * (58 + full * 8) * off, y + 26 + drop * 0.26, z - 6],
        [x + side * (54 + full * 6) * off, y + 30 + drop * 0.52, z - 6],
        [x + side * 50 * off, y + 34 + drop * 0.8, z],
        [x + side * 62 * off, y + 36 + drop * 1.1, z],
      ],
      hairWave,
      side,
    );
    drawTail(
      scene,
      sheet,
      {
        line: hangingLine(scalp.frame, path),
        halfWidths: [8, 19, 30, 37, 37, 33, 26, 18, 10].map((w, i) => w * (i === 0 ? 1 : full) * unit),
        tips: 5,
        notch: 0.34,
        tie: 13 * unit,
        gloss: 0.3,
      },
      scene.random(`twin tail ${side}`),
    );
    parts.push(sheet.part(), ...drawCombedLines(scene, scalp, [side * 100, 0.62]));
  }
  return [drawNape(scene, scalp, ties), ...parts];
}

/** Two tails that start below the ears and hang over the shoulders. */
export function drawLowTwinTails(scene: Scene, scalp: Scalp): Part[] {
  const { hairLength, hairVolume, hairWave } = scene.character;
  const unit = scalp.frame.scale;
  const drop = 90 + hairLength * 170;
  const full = 0.75 + hairVolume * 0.5;
  const parts = ([-1, 1] as const).map((side) => {
    const sheet = scene.sheet('hairBack', beforeShoulders, ownSide(side));
    const tie = lowTie(scalp, side);
    const [x, y, z] = tie;
    const path = swings(
      [
        tie,
        [x + side * 9, y + 20, z + 8],
        [x + side * 20, y + 30 + drop * 0.18, z + 16],
        [x + side * 22, y + 36 + drop * 0.45, z + 18],
        [x + side * 14, y + 40 + drop * 0.75, z + 18],
        [x + side * 20, y + 40 + drop * 1.05, z + 18],
      ],
      hairWave * 0.8,
      side,
    );
    drawTail(
      scene,
      sheet,
      {
        line: hangingLine(scalp.frame, path),
        halfWidths: [9, 18, 24, 27, 27, 24, 19, 12].map((w, i) => w * (i === 0 ? 1 : full) * unit),
        tips: 4,
        notch: 0.3,
        tie: 12 * unit,
        gloss: 0.3,
        flyaways: 1,
      },
      scene.random(`low tail ${side}`),
    );
    return sheet.part();
  });
  return [...drawGathered(scene, scalp), ...parts];
}

/** The side that a single tail swings to: away from where the face turns, else by the seed. */
function swingSide(scene: Scene, scalp: Scalp): 1 | -1 {
  const { turn } = scalp.frame;
  if (Math.abs(turn) > 0.12) return turn > 0 ? -1 : 1;
  return scene.random('tail side').pick([-1, 1]) as 1 | -1;
}

/** One tail at the back of the head, tied at the given fall (see {@link Scalp}). */
export function drawPonytail(scene: Scene, scalp: Scalp, fall: number): Part[] {
  const { hairLength, hairVolume, hairWave } = scene.character;
  const { frame } = scalp;
  const unit = frame.scale;
  const side = swingSide(scene, scalp);
  const drop = 130 + hairLength * 190;
  const full = 0.75 + hairVolume * 0.5;
  const root = scalpPoint(scalp, 180, fall, 11);
  const sheet = scene.sheet('hairBack', layer.hairTail);
  const [x, y, z] = root;
  const reach = Math.max(side * 132, side * x + 84) * side;
  const path = swings(
    [
      root,
      [x + (reach - x) * 0.22, y - 9, z],
      [x + (reach - x) * 0.62, y + 8 + full * 4, z + 12],
      [x + (reach - x) * 0.94, y + 40 + drop * 0.14, z + 18],
      [x + (reach - x) * 1.02, y + 60 + drop * 0.42, z + 20],
      [x + (reach - x) * 0.9, y + 70 + drop * 0.72, z + 20],
      [x + (reach - x) * 1.0, y + 74 + drop * 1.02, z + 20],
    ],
    hairWave * 0.9,
    side,
  );
  drawTail(
    scene,
    sheet,
    {
      line: hangingLine(frame, path),
      halfWidths: [10, 20, 29, 34, 35, 33, 27, 19, 10].map((w, i) => w * (i === 0 ? 1 : full) * unit),
      tips: 5,
      notch: 0.32,
      tie: 15 * unit,
      gloss: 0.42,
    },
    scene.random('ponytail'),
  );
  return [drawNape(scene, scalp, [root]), sheet.part()];
}

/** One tail at one side, over the shoulder. */
export function drawSidePonytail(scene: Scene, scalp: Scalp): Part[] {
  const { hairLength, hairVolume, hairWave } = scene.character;
  const unit = scalp.frame.scale;
  const side = scene.random('tail side').pick([-1, 1]) as 1 | -1;
  const drop = 120 + hairLength * 190;
  const full = 0.72 + hairVolume * 0.5;
  const root = scalpPoint(scalp, side * 96, 0.86, 4);
  const [x, y, z] = root;
  const front = z > -10;
  const sheet = scene.sheet(
    front ? 'hairFront' : 'hairBack',
    front ? layer.hairTop : layer.hairTail,
    ownSide(side),
  );
  const path = swings(
    [
      root,
      [x + side * 22, y - 4, z + 4],
      [x + side * 38, y + 18 + drop * 0.08, z + 10],
      [x + side * 40, y + 28 + drop * 0.32, z + 12],
      [x + side * 30, y + 32 + drop * 0.6, z + 12],
      [x + side * 22, y + 34 + drop * 0.84, z + 12],
      [x + side * 28, y + 36 + drop * 1.08, z + 12],
    ],
    hairWave * 0.8,
    side,
  );
  drawTail(
    scene,
    sheet,
    {
      line: hangingLine(scalp.frame, path),
      halfWidths: [9, 20, 29, 34, 34, 31, 25, 17, 9].map((w, i) => w * (i === 0 ? 1 : full) * unit),
      tips: 5,
      notch: 0.32,
      tie: 14 * unit,
    },
    scene.random('side tail'),
  );
  return [drawNape(scene, scalp, [root]), sheet.part(), ...drawCombedLines(scene, scalp, [side * 96, 0.86])];
}
