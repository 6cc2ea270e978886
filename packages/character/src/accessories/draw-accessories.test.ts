import { describe, expect, it } from 'vitest';
import { poseSkeleton } from '../body/skeleton.ts';
import type { Part, PartName } from '../drawing/drawing.ts';
import { createScene } from '../drawing/scene.ts';
import { drawHead } from '../head/draw-head.ts';
import { createHeadFrame } from '../head/head-frame.ts';
import { catalogue, type AttributeName, type Character } from '../parameters/catalogue.ts';
import { defaultCharacter } from '../parameters/default-character.ts';
import { drawAccessories } from './draw-accessories.ts';

/** What is drawn for a character that wears nothing but the given. */
function wear(values: Partial<Character>): Part[] {
  const character: Character = { ...defaultCharacter(1), ...values };
  const scene = createScene(character, 1, [222, 320]);
  const skeleton = poseSkeleton(character);
  const { yaw, pitch, roll } = character;
  const head = drawHead(
    scene,
    createHeadFrame({ yaw, pitch, roll, origin: scene.place(skeleton.joints.head), scale: 1 }),
  );
  return drawAccessories(scene, head, skeleton).parts;
}

const optionsOf = (name: AttributeName): string[] => {
  const attribute = catalogue[name];
  return attribute.kind === 'choice' ? attribute.options.filter((option) => option !== 'none') : [];
};

const worn = ['hat', 'hairOrnament', 'glasses', 'horns', 'jewellery', 'ears'] as const;
const looks = [-40, 0, 40].flatMap((yaw) =>
  [-20, 20].flatMap((pitch) => [-20, 20].map((roll) => ({ yaw, pitch, roll }))),
);

/** Parts that a kind of accessory may be made of: hair grows over roots, and hats throw shadows on it. */
const partNames: Readonly<Record<(typeof worn)[number], readonly PartName[]>> = {
  hat: ['hat', 'hairFront'],
  hairOrnament: ['hairOrnament'],
  glasses: ['glasses'],
  horns: ['horn', 'hairFront'],
  jewellery: ['accessory'],
  ears: ['hairFront'],
};

describe('accessories', () => {
  it('draw nothing for a bare head', () => {
    expect(wear({})).toEqual([]);
  });

  for (const name of worn) {
    for (const option of optionsOf(name).filter((value) => value !== 'human' && value !== 'elf')) {
      it(`draw ${name} ${option} in every direction a head can look`, () => {
        for (const look of looks) {
          for (const seed of [1, 2]) {
            const parts = wear({ ...look, [name]: option, seed });
            // An earring may hang on the far ear only; everything else is seen from everywhere.
            expect(parts.length).toBeGreaterThan(0);
            for (const part of parts) {
              expect(partNames[name]).toContain(part.name);
              expect(part.shapes.length).toBeGreaterThan(0);
              for (const { path } of part.shapes) expect(path).toMatch(/^M[-\d. MLCZ]+Z$/);
            }
          }
        }
      });
    }
  }

  it('leave out what a hat covers', () => {
    const hat = wear({ hat: 'beret' });
    expect(
      wear({ hat: 'beret', horns: 'oni', ears: 'cat', hairOrnament: 'wreath', jewellery: 'headphones' }),
    ).toEqual(hat);
    expect(wear({ hat: 'crown', horns: 'oni' }).some(({ name }) => name === 'horn')).toBe(true);
  });

  it('are the same for the same seed and turn with the head', () => {
    expect(wear({ hat: 'witch', hairOrnament: 'pin' })).toEqual(wear({ hat: 'witch', hairOrnament: 'pin' }));
    expect(wear({ hat: 'cap', yaw: 30 })).not.toEqual(wear({ hat: 'cap' }));
  });

  it('hang no earrings on ears of animals', () => {
    expect(wear({ ears: 'cat', jewellery: 'earrings' }).some(({ name }) => name === 'accessory')).toBe(false);
  });
});
