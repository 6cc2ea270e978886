import { describe, expect, it } from 'vitest';
import { Figure } from '../body/figure.ts';
import { poseSkeleton } from '../body/skeleton.ts';
import { createScene } from '../drawing/scene.ts';
import { catalogue, type Character } from '../parameters/catalogue.ts';
import { defaultCharacter } from '../parameters/default-character.ts';
import { outfits } from './outfits.ts';

function figure(more: Partial<Character>): Figure {
  const character: Character = { ...defaultCharacter(5), framing: 'full', ...more };
  return new Figure(createScene(character, 0.5, [256, 140]), poseSkeleton(character));
}

describe('outfits', () => {
  it('has one for every name of the catalogue', () => {
    expect(Object.keys(outfits).sort()).toEqual([...catalogue.outfit.options].sort());
  });

  it.each(['sailor', 'blazer', 'shirt', 'maid', 'dress', 'suit'] as const)(
    'gives girls a skirt and boys trousers: %s',
    (outfit) => {
      expect(outfits[outfit].lower(figure({ outfit, gender: 'girl' })).kind).toBe('skirt');
      expect(outfits[outfit].lower(figure({ outfit, gender: 'boy' })).kind).toBe('trousers');
    },
  );

  it('draws tops of different outfits differently', () => {
    const tops = catalogue.outfit.options.map((outfit) => {
      const drawn = figure({ outfit });
      outfits[outfit].draw(drawn);
      return JSON.stringify(drawn.parts());
    });
    expect(new Set(tops).size).toBe(catalogue.outfit.options.length);
  });

  it('varies an outfit from seed to seed, never the look of one seed', () => {
    const sleeve = (seed: number): unknown => outfits.sailor.sleeve(figure({ outfit: 'sailor', seed }));
    const seen = new Set(Array.from({ length: 30 }, (_, seed) => JSON.stringify(sleeve(seed))));
    expect(seen.size).toBeGreaterThan(1);
    expect(sleeve(12)).toEqual(sleeve(12));
  });
});
