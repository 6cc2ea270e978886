import { createScene, type Scene } from '../drawing/scene.ts';
import type { Character } from '../parameters/catalogue.ts';
import { defaultCharacter } from '../parameters/default-character.ts';
import { expressionOf, type Expression } from './expression.ts';
import { faceShape, type FaceShape } from './face-shape.ts';
import { createHeadFrame, type HeadFrame } from './head-frame.ts';

/** What parts of a head are drawn with. */
export interface Stage {
  readonly character: Character;
  readonly scene: Scene;
  readonly frame: HeadFrame;
  readonly shape: FaceShape;
  readonly expression: Expression;
}

/** A head alone in the middle of a picture of 512, drawn at scale 1. Tests only. */
export function stage(wishes: Partial<Character> = {}): Stage {
  const character = { ...defaultCharacter(3), ...wishes } as Character;
  const { yaw, pitch, roll } = character;
  return {
    character,
    scene: createScene(character, 1, [256, 421]),
    frame: createHeadFrame({ yaw, pitch, roll, origin: [256, 256], scale: 1 }),
    shape: faceShape(character),
    expression: expressionOf(character),
  };
}
