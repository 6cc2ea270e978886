import type { Skeleton } from '../../body/skeleton.ts';
import type { Part } from '../../drawing/drawing.ts';
import { hatCovers } from '../hats/hat-cover.ts';
import type { Stage } from '../stage.ts';
import { drawEarrings } from './earrings.ts';
import { drawHalo } from './halo.ts';
import { drawHeadphones } from './headphones.ts';
import { drawChoker, drawNecklace } from './neck.ts';

/** Draws the jewellery of the scene's character. A hat leaves no room for headphones or a halo. */
export function drawJewellery(stage: Stage, skeleton: Skeleton): Part[] {
  const { scene } = stage;
  const { jewellery, hat } = scene.character;
  switch (jewellery) {
    case 'none':
      return [];
    case 'earrings':
      return hat === 'hood' ? [] : drawEarrings(stage);
    case 'choker':
      return drawChoker(scene, skeleton);
    case 'necklace':
      return drawNecklace(scene, skeleton);
    case 'headphones':
      return hatCovers(hat).crown || hat === 'crown' ? [] : drawHeadphones(stage);
    case 'halo':
      return hat === 'none' ? drawHalo(stage) : [];
  }
}
