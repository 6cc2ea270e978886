import { depth } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import type { Character } from '../parameters/catalogue.ts';
import { rectangle, type Canvas } from './canvas.ts';
import { drawDots, drawRays, drawSpeedLines, drawStripes } from './patterns.ts';
import { drawPetals } from './petals.ts';
import { drawSky } from './sky.ts';
import { drawWindow } from './window.ts';

/** Adds what a kind of background has besides its plain ground. */
type DrawBackground = (canvas: Canvas) => void;

const kinds: Readonly<Record<Exclude<Character['background'], 'none'>, DrawBackground>> = {
  plain: () => {},
  gradient: drawGradient,
  dots: drawDots,
  stripes: drawStripes,
  rays: drawRays,
  petals: drawPetals,
  sky: drawSky,
  window: drawWindow,
  speed: drawSpeedLines,
};

/**
 * Draws what is behind the figure of the scene's character, over the whole picture. Nothing for the
 * background `none`.
 *
 * @param width Size of the picture in drawing units.
 */
export function drawBackground(scene: Scene, width: number, height: number): Part[] {
  const { background } = scene.character;
  if (background === 'none') return [];
  const sheet = scene.sheet('background', depth.background);
  sheet.flat('ground', rectangle(0, 0, width, height));
  kinds[background]({ sheet, width, height, light: scene.light, random: scene.random('background') });
  return [sheet.part()];
}

/** The ground gets light in the corner that the light comes from and deeper towards the feet. */
function drawGradient({ sheet, width, height, light }: Canvas): void {
  const [lit, dark] = light === -1 ? [0, width] : [width, 0];
  sheet.flat('ground2', rectangle(0, 0, width, height), {
    gradient: {
      from: [(lit + width / 2) / 2, 0],
      to: [(dark + width / 2) / 2, height],
      stops: [
        { offset: 0, tone: 'light', opacity: 0.4 },
        { offset: 0.45, tone: 'flat', opacity: 0.55 },
        { offset: 1, tone: 'shade', opacity: 0.65 },
      ],
    },
  });
}
