import { expect, test } from 'vitest';
import { drawingProblems } from '../../tools/drawing-problems.ts';
import { distance } from '../geometry/point.ts';
import type { Character } from '../parameters/catalogue.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { jointPlaces } from './joint-places.ts';
import { mixPoses } from './mix-poses.ts';
import { jointNames } from './skeleton.ts';

const posed = (pose: Character['pose']): Character =>
  sampleCharacter(2, { wishes: { framing: 'full', pose } });
const farthest = (a: Character, b: Character): number => {
  const [first, second] = [jointPlaces(a), jointPlaces(b)];
  return Math.max(...jointNames.map((name) => distance(first[name], second[name])));
};

test.each([
  ['standing', 'cheering'],
  ['armsCrossed', 'running'],
  ['sitting', 'jumping'],
  ['kneeling', 'salute'],
] as const)('from %s to %s goes from one to the other without a leap', (first, second) => {
  const [a, b] = [posed(first), posed(second)];
  const at = (t: number): Character => ({ ...a, ...mixPoses(a, b, t) });
  expect(farthest(at(0), a)).toBeLessThan(0.001);
  expect(farthest(at(1), b)).toBeLessThan(0.001);
  const steps = 60;
  for (let i = 0; i < steps; i++)
    expect(farthest(at(i / steps), at((i + 1) / steps)), `${i}`).toBeLessThan(0.06);
  for (const t of [0.25, 0.5, 0.75]) expect(drawingProblems(at(t))).toEqual([]);
});
