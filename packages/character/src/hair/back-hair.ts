import { hatCovers } from '../accessories/hats/hat-cover.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import type { FaceShape } from '../head/face-shape.ts';
import { drawSingleBraid, drawTwinBraids } from './braids.ts';
import { drawBun, drawTwinBuns } from './bun.ts';
import { drawCurls } from './curls.ts';
import { drawDrills } from './drills.ts';
import { drawMane, type ManeShape } from './mane.ts';
import { drawNape } from './nape.ts';
import type { Scalp } from './scalp.ts';
import { drawCrownTips, drawSpikes } from './spikes.ts';
import { drawLowTwinTails, drawPonytail, drawSidePonytail, drawTwinTails } from './tied-tails.ts';

/** Draws everything of the hair that lies behind the face and the neck. */
export function drawBackHair(whole: Scene, scalp: Scalp, shape: FaceShape): Part[] {
  // A small body under a large head: what reaches the waist of a tall figure would drag on the floor.
  const scene: Scene =
    whole.character.framing === 'chibi'
      ? { ...whole, character: { ...whole.character, hairLength: whole.character.hairLength * 0.6 } }
      : whole;
  const { character } = scene;
  // A hat presses down what stands up: spikes lie flat, buns are inside it, a high tail is tied lower.
  const underHat = hatCovers(character.hat).crown;
  const { hairLength: length, hairVolume: volume, hairWave: wave } = character;
  const chin = shape.chin;
  const full = 1 + (volume - 0.5) * 0.22;
  const wide = (...widths: number[]): number[] =>
    widths.map((w, i) => (i === 0 ? w : w * (1 + (full - 1) * Math.min(1, i / 2))));
  const mane = (shape: ManeShape): Part =>
    drawMane(scene, scalp, { wave: wave * 0.5, flyaways: 1, ...shape });
  switch (character.backHair) {
    default:
      return [
        mane({
          bottom: 145 + length * 160 + length ** 2 * 180,
          widths: wide(1, 1.05, 1.08, 1.13, 1.12, 1.0),
          tips: 11,
          ragged: 22,
          notch: 46,
          point: 26,
          flick: -0.1,
        }),
      ];
    case 'twinTails':
      return drawTwinTails(scene, scalp);
    case 'lowTwinTails':
      return drawLowTwinTails(scene, scalp);
    case 'ponytail':
      return drawPonytail(scene, scalp, underHat ? 0.84 : 0.34);
    case 'sidePonytail':
      return drawSidePonytail(scene, scalp);
    case 'drills':
      return drawDrills(scene, scalp);
    case 'braid':
      return drawSingleBraid(scene, scalp);
    case 'twinBraids':
      return drawTwinBraids(scene, scalp);
    case 'bun':
      return underHat ? [drawNape(scene, scalp, [])] : drawBun(scene, scalp);
    case 'twinBuns':
      return underHat ? [drawNape(scene, scalp, [])] : drawTwinBuns(scene, scalp);
    case 'hime':
      return [
        mane({
          bottom: 165 + length * 150 + length ** 2 * 180,
          widths: wide(1, 1.03, 1.04, 1.06, 1.09, 1.12),
          tips: 12,
          ragged: 1.5,
          notch: 7,
          cut: 0.9,
          wave: wave * 0.15,
          flyaways: 0,
        }),
      ];
    case 'wavy':
      return [
        mane({
          bottom: 145 + length * 150 + length ** 2 * 150,
          widths: wide(1, 1.08, 1.16, 1.26, 1.3, 1.12),
          tips: 9,
          ragged: 20,
          notch: 44,
          point: 16,
          flick: 0.5,
          wave: 0.6 + wave * 0.5,
          flyaways: 2,
        }),
      ];
    case 'short':
      return [
        mane({
          bottom: chin - 16 + length * 26,
          widths: wide(1, 1.01, 0.99, 0.9, 0.78),
          tips: 10,
          ragged: 9,
          notch: 27,
          flick: -0.25,
          point: -4,
        }),
      ];
    case 'bob':
      return [
        mane({
          bottom: chin + 2 + length * 36,
          widths: wide(1, 1.06, 1.12, 1.15, 1.04),
          tips: 10,
          ragged: 4,
          notch: 13,
          curlIn: 16,
          cut: 0.35,
          flick: -0.2,
          wave: wave * 0.25,
          point: -8,
          flyaways: 0,
        }),
      ];
    case 'pixie':
      return [
        mane({
          bottom: 66 + length * 22,
          widths: wide(1, 1.0, 0.94, 0.82),
          tips: 10,
          ragged: 9,
          notch: 24,
          flick: -0.4,
          point: 18,
          flyaways: 0,
        }),
      ];
    case 'shortBoy':
      return [
        ...(underHat ? [] : [drawCrownTips(scene, scalp, 0.45 + volume * 0.6)]),
        mane({
          bottom: 66 + length * 24,
          widths: wide(1, 0.98, 0.9, 0.74),
          tips: 9,
          ragged: 6,
          notch: 20,
          flick: 0.25,
          point: 22,
          flyaways: 0,
        }),
      ];
    case 'spiky':
      return [
        ...(underHat ? [] : drawSpikes(scene, scalp)),
        mane({
          bottom: 78 + length * 40,
          widths: wide(1, 1.02, 0.98, 0.8),
          tips: 9,
          ragged: 12,
          notch: 34,
          flick: 0.7,
          point: 22,
          flyaways: 0,
        }),
      ];
    case 'wolf':
      return [
        ...(underHat ? [] : [drawCrownTips(scene, scalp, 0.3 + volume * 0.4)]),
        mane({
          bottom: chin + 4 + length * 74,
          widths: wide(1, 0.98, 0.78, 0.66, 0.72),
          tips: 9,
          ragged: 16,
          notch: 40,
          flick: 0.75,
          point: 20,
          flyaways: 1,
        }),
        mane({
          bottom: 52 + length * 18,
          widths: wide(1, 1.04, 1.08, 1.1),
          tips: 9,
          ragged: 10,
          notch: 30,
          flick: 0.8,
          flyaways: 1,
        }),
      ];
    case 'curly':
      return drawCurls(scene, scalp, {
        bottom: chin - 8 + length * 110,
        widths: wide(1.02, 1.1, 1.2, 1.2, 1.05),
        tips: 8,
        ragged: 0,
        notch: 0,
      });
  }
}
