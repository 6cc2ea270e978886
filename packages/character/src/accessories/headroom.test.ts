import { describe, expect, it } from 'vitest';
import { drawCharacter } from '../draw-character.ts';
import { pathBounds } from '../output/path-bounds.ts';
import { catalogue, type Character } from '../parameters/catalogue.ts';
import { defaultCharacter } from '../parameters/default-character.ts';
import { headroom } from './headroom.ts';

const base: Character = { ...defaultCharacter(3), ahoge: 'none', hairVolume: 0 };
const tall = ['hat', 'horns', 'ears', 'ahoge', 'backHair', 'hairOrnament', 'jewellery'] as const;
const options = tall.flatMap((name) => catalogue[name].options.map((value) => [name, value] as const));

/** The highest point of a figure, drawing units below the upper edge of the picture. */
function highest(character: Character): number {
  const tops = drawCharacter(character)
    .parts.filter(({ name }) => name !== 'background')
    .flatMap(({ shapes }) => shapes.map(({ path }) => pathBounds(path)?.top ?? Infinity));
  return Math.min(...tops);
}

describe('headroom', () => {
  it.each(options)('keeps %s %s in the picture of a bust', (name, value) => {
    for (const tilt of [0, 9])
      expect(
        highest({ ...base, [name]: value, hairVolume: 1, yaw: -tilt * 3, pitch: tilt, roll: -tilt }),
      ).toBeGreaterThan(0);
  });

  it('is given to what stands out above the hair, and to nothing else', () => {
    expect(headroom(base)).toBe(0);
    expect(headroom({ ...base, backHair: 'long', hairOrnament: 'pin', outfit: 'idol' })).toBe(0);
    expect(headroom({ ...base, hat: 'witch' })).toBeGreaterThan(headroom({ ...base, hat: 'cap' }));
  });

  it('is needed: a rabbit’s ears would not fit into the picture of a bare head', () => {
    const lost = highest({ ...base, ears: 'rabbit' });
    const plain = highest(base);
    const { height } = drawCharacter(base);
    // The ears stand higher above the head than the free space above a head without.
    expect(headroom({ ...base, ears: 'rabbit' })).toBeGreaterThan((plain / height) * 396);
    expect(lost).toBeGreaterThan(0);
  });

  it('is that of the tallest thing only', () => {
    const both = { ...base, horns: 'oni', ears: 'rabbit' } as const;
    expect(headroom(both)).toBe(headroom({ ...base, ears: 'rabbit' }));
  });

  it('is not given to what a hat covers', () => {
    const hat = 'witch' satisfies Character['hat'];
    expect(headroom({ ...base, hat, ahoge: 'heart' })).toBe(headroom({ ...base, hat }));
  });
});
