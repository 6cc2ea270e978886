import {
  drawCharacter,
  toSvg,
  characterPalette,
  finishPainter,
  jointNames,
  jointPlaces,
  randomStream,
} from '@koma/character';
import type { GeneratorOptions } from '@koma/core/plugin';
import { describe, expect, it } from 'vitest';
import { betweenOptions } from './between-options.ts';
import { attributeNames, groupIds, groupOf } from './groups.ts';
import { toCharacter } from './options.ts';
import { sampleOptions } from './sample-options.ts';

const a = sampleOptions(11, { framing: 'full', pose: 'armsCrossed', eyeColorLeft: 'same' });
const b = sampleOptions(22, { framing: 'full', pose: 'running', gender: 'boy', eyeColorLeft: 'red' });
const posed: GeneratorOptions = { ...b, jointAngles: 'running;lean=9;armLeft=92,10,0,1,1,open,face' };

describe('betweenOptions', () => {
  it('begins and ends exactly at the ends', () => {
    for (const [first, second] of [
      [a, b],
      [b, a],
      [a, posed],
      [posed, a],
    ] as const) {
      expect(betweenOptions(first, second, 0, [])).toEqual(first);
      expect(betweenOptions(first, second, 1, [])).toEqual(second);
    }
  });

  it('of somebody and the same is the same all the way', () => {
    for (const t of [0, 0.3, 0.5, 0.9, 1]) {
      expect(betweenOptions(a, a, t, [])).toEqual(a);
      expect(betweenOptions(posed, posed, t, [])).toEqual(posed);
    }
  });

  it('keeps locked groups, all the way and at the end', () => {
    for (const group of groupIds)
      for (const t of [0, 0.4, 0.8, 1]) {
        const options = betweenOptions(posed, a, t, [group]);
        for (const name of [...attributeNames, 'seed' as const, 'jointAngles' as const])
          if (groupOf(name) === group) expect(options[name], `${name} at ${t}`).toBe(posed[name]);
      }
    expect(betweenOptions(a, b, 0.7, groupIds)).toEqual(a);
  });

  it('moves numbers evenly, and choices once and for all, at times of their own', () => {
    const steps = Array.from({ length: 101 }, (_, i) => betweenOptions(a, b, i / 100, []));
    for (const name of attributeNames) {
      const values = steps.map((options) => options[name]);
      if (typeof values[0] === 'number') {
        const [first, last] = [values[0], values[100] as number];
        expect(values[50]).toBeCloseTo((first + last) / 2, 6);
      } else if (groupOf(name) !== 'colours' && name !== 'backgroundColor') {
        const changes = values.filter((value, i) => i > 0 && value !== values[i - 1]).length;
        expect(changes, name).toBe(a[name] === b[name] ? 0 : 1);
      }
    }
    const times = attributeNames
      .filter((name) => typeof a[name] === 'string' && groupOf(name) !== 'colours' && a[name] !== b[name])
      .map((name) => steps.findIndex((options) => options[name] === b[name]));
    expect(new Set(times).size).toBeGreaterThan(3);
  });

  it('moves the figure without a leap', () => {
    const places = (t: number) => jointPlaces(toCharacter(betweenOptions(a, b, t, [])));
    let before = places(0);
    for (let i = 1; i <= 100; i++) {
      const now = places(i / 100);
      // Choices such as age and gender change proportions at once; those are the same here.
      for (const name of jointNames)
        expect(
          Math.hypot(now[name][0] - before[name][0], now[name][1] - before[name][1]),
          `${name} at ${i}`,
        ).toBeLessThan(0.12);
      before = now;
    }
  });

  it('can be drawn between any two, in any pose and framing', () => {
    const random = randomStream(3, 'pairs');
    for (let i = 0; i < 40; i++) {
      const framing = { oneOf: ['bust', 'full', 'chibi'] };
      const [first, second] = [random.whole(0, 1e6), random.whole(0, 1e6)].map((seed) =>
        sampleOptions(seed, { framing }),
      );
      const character = toCharacter(betweenOptions(first!, second!, random.next(), []));
      const drawing = drawCharacter(character);
      const svg = toSvg(drawing, finishPainter(characterPalette(character), character));
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      expect(drawing.parts.length).toBeGreaterThan(3);
    }
  });
});
