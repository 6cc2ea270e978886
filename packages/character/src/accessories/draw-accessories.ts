import type { Skeleton } from '../body/skeleton.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import type { Point } from '../geometry/point.ts';
import type { DrawnHead } from '../head/draw-head.ts';
import { drawGlasses } from './glasses/draw-glasses.ts';
import { drawHat } from './hats/draw-hat.ts';
import { hatCovers } from './hats/hat-cover.ts';
import { drawAnimalEars } from './horns/animal-ears.ts';
import { drawHorns } from './horns/draw-horns.ts';
import { drawJewellery } from './jewellery/draw-jewellery.ts';
import { drawHairOrnament } from './ornaments/draw-hair-ornament.ts';
import type { Stage } from './stage.ts';

/** What a head wears. */
export interface DrawnAccessories {
  readonly parts: Part[];
  readonly keyPoints: Readonly<Record<string, Point>>;
}

/**
 * Draws what the scene's character wears on the head and around the neck, and the ears of animals: glasses,
 * hat, hair ornament, horns and jewellery. What a hat covers is left out. Parts are in no particular order.
 */
export function drawAccessories(scene: Scene, head: DrawnHead, skeleton: Skeleton): DrawnAccessories {
  const covered = hatCovers(scene.character.hat);
  const stage = (purpose: string): Stage => ({
    scene,
    head,
    far: scene.light === -1 ? 1 : -1,
    random: scene.random(purpose),
  });
  return {
    parts: [
      ...drawGlasses(stage('glasses')),
      ...(covered.animalEars ? [] : drawAnimalEars(stage('animal ears'))),
      ...(covered.horns ? [] : drawHorns(stage('horns'))),
      ...(covered.hairOrnament.has(scene.character.hairOrnament)
        ? []
        : drawHairOrnament(stage('hair ornament'))),
      ...drawHat(stage('hat')),
      ...drawJewellery(stage('jewellery'), skeleton),
    ],
    keyPoints: {},
  };
}
