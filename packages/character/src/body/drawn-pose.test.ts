import { describe, expect, it } from 'vitest';
import { distance } from '../geometry/point.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { catalogue, type Character } from '../parameters/catalogue.ts';
import { drawnPose, halfTurn } from './drawn-pose.ts';
import { writeJointAngles } from './joint-angles.ts';
import { jointNames, poseSkeleton } from './skeleton.ts';

const posed = (pose: Character['pose'], framing: Character['framing'], seed: number) =>
  sampleCharacter(seed, { spread: 'balanced', wishes: { pose, framing } });

/** The farthest that a joint of one is from the same joint of the other, world units. */
function farthest(a: Character, b: Character): number {
  const [first, second] = [poseSkeleton(a).joints, poseSkeleton(b).joints];
  return Math.max(...jointNames.map((name) => distance(first[name], second[name])));
}

describe('drawnPose', () => {
  it('asked for again gives the same joints, in every pose and framing', () => {
    for (const framing of catalogue.framing.options)
      for (const [seed, pose] of catalogue.pose.options.entries()) {
        const character = posed(pose, framing, seed);
        const again = { ...character, jointAngles: writeJointAngles(drawnPose(character)) };
        // A tenth of a unit: a head is 200 high, and angles are written to a hundredth of a degree.
        expect(farthest(character, again), `${framing} ${pose}`).toBeLessThan(0.1);
      }
  });

  it('is not what another named pose is drawn with', () => {
    const character = posed('waving', 'full', 1);
    const jointAngles = writeJointAngles(drawnPose(character));
    const other = posed('sitting', 'full', 1);
    expect(farthest({ ...other, jointAngles }, other)).toBe(0);
    expect(
      farthest({ ...character, jointAngles: writeJointAngles({ pose: 'waving', lean: 25 }) }, character),
    ).toBeGreaterThan(50);
  });

  it('leaves limbs that were not set where the named pose has them', () => {
    const character = posed('handsOnHips', 'full', 1);
    const { armLeft } = drawnPose(character);
    const moved = {
      ...character,
      jointAngles: writeJointAngles({
        pose: 'handsOnHips',
        armLeft: { ...armLeft, shoulder: 150, elbow: 0 },
      }),
    };
    const [before, after] = [poseSkeleton(character).joints, poseSkeleton(moved).joints];
    expect(distance(before.wristRight, after.wristRight)).toBeLessThan(0.1);
    expect(after.wristLeft[1]).toBeLessThan(after.shoulderLeft[1]);
  });
});

describe('halfTurn', () => {
  it.each([
    [0, 0],
    [190, -170],
    [-190, 170],
    [540, -180],
    [359, -1],
  ])('turns %d into %d', (from, to) => {
    expect(halfTurn(from)).toBe(to);
  });
});
