import { describe, expect, it } from 'vitest';
import { defaultCharacter } from '../parameters/default-character.ts';
import { createScene } from './scene.ts';

const base = defaultCharacter(4);

describe('a scene', () => {
  it('places the world origin where it is told to, and y downwards', () => {
    const { place } = createScene(base, 2, [100, 50]);
    expect(place([0, 0])).toEqual([100, 50]);
    expect(place([10, 20])).toEqual([120, 90]);
  });

  it('draws small figures with a relatively thicker pen', () => {
    const width = (scale: number): number => createScene(base, scale, [0, 0]).pen.width;
    expect(width(0.5)).toBeLessThan(width(1));
    expect(width(0.5) / 0.5).toBeGreaterThan(width(1));
  });

  it('repeats its random numbers for a purpose', () => {
    const { random } = createScene(base, 1, [0, 0]);
    expect(random('fringe').next()).toBe(random('fringe').next());
    expect(random('fringe').next()).not.toBe(random('gloss').next());
  });

  it('has the light on the side that the character asks for', () => {
    expect(createScene({ ...base, light: 'left' }, 1, [0, 0]).light).toBe(-1);
    expect(createScene({ ...base, light: 'right' }, 1, [0, 0]).light).toBe(1);
  });
});
