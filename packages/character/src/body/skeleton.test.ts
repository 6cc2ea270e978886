import { describe, expect, it } from 'vitest';
import { distance } from '../geometry/point.ts';
import { catalogue, type Character } from '../parameters/catalogue.ts';
import { defaultCharacter } from '../parameters/default-character.ts';
import { poses } from './poses.ts';
import { jointNames, poseSkeleton, skeletonBounds, type JointName } from './skeleton.ts';

const character = (more: Partial<Character> = {}): Character => ({
  ...defaultCharacter(1),
  framing: 'full',
  ...more,
});

/** How many heads (chin to crown, 223) a standing figure is tall, hair not counted. */
function headsTall(of: Character): number {
  const { joints, ground } = poseSkeleton(of);
  return (ground - (joints.head[1] - 103)) / 223;
}

describe('poseSkeleton', () => {
  it('has twenty joints', () => {
    expect(jointNames).toHaveLength(20);
    expect(Object.keys(poseSkeleton(character()).joints).sort()).toEqual([...jointNames].sort());
  });

  it('puts a standing teenager where heads are drawn', () => {
    const { joints, headScale } = poseSkeleton(character({ framing: 'bust' }));
    expect(joints.neck).toEqual([0, 0]);
    expect(joints.head[0]).toBeCloseTo(0);
    expect(joints.head[1]).toBeCloseTo(-165);
    expect(headScale).toBe(1);
  });

  it.each([
    ['child', 4.8],
    ['teen', 6.3],
    ['adult', 7],
    ['elder', 6.6],
  ] as const)('makes a %s about %f heads tall', (age, heads) => {
    for (const gender of ['girl', 'boy'] as const)
      expect(Math.abs(headsTall(character({ age, gender })) - heads)).toBeLessThan(0.25);
  });

  it('makes small figures of about two and a half heads', () => {
    for (const age of catalogue.age.options) {
      const heads = headsTall(character({ age, framing: 'chibi' }));
      expect(heads).toBeGreaterThan(2.2);
      expect(heads).toBeLessThan(2.75);
    }
  });

  it.each([
    'standing',
    'handsOnHips',
    'praying',
    'cheering',
    'shrug',
    'sitting',
    'kneeling',
    'wavingBoth',
  ] as const)('mirrors the symmetric pose %s', (pose) => {
    const { joints } = poseSkeleton(character({ pose, yaw: 0, roll: 0 }), { ...poses[pose], head: 0 });
    for (const name of jointNames.filter((joint) => joint.endsWith('Left'))) {
      const other = joints[name.replace('Left', 'Right') as JointName];
      expect(joints[name][0]).toBeCloseTo(-other[0]);
      expect(joints[name][1]).toBeCloseTo(other[1]);
    }
  });

  it('never stretches a bone', () => {
    for (const pose of catalogue.pose.options)
      for (const age of catalogue.age.options) {
        const { joints, proportions } = poseSkeleton(character({ pose, age }));
        for (const side of ['Left', 'Right'] as const) {
          expect(distance(joints[`shoulder${side}`], joints[`elbow${side}`])).toBeLessThanOrEqual(
            proportions.upperArm + 0.01,
          );
          expect(distance(joints[`elbow${side}`], joints[`wrist${side}`])).toBeLessThanOrEqual(
            proportions.forearm + 0.01,
          );
          expect(distance(joints[`hip${side}`], joints[`knee${side}`])).toBeLessThanOrEqual(
            proportions.thigh + 0.01,
          );
          expect(distance(joints[`knee${side}`], joints[`ankle${side}`])).toBeLessThanOrEqual(
            proportions.calf + 0.01,
          );
        }
      }
  });

  it('stands on the ground in every pose that does not leave it', () => {
    for (const pose of catalogue.pose.options) {
      const skeleton = poseSkeleton(character({ pose }));
      const lowest = Math.max(...jointNames.map((name) => skeleton.joints[name][1]));
      if (poses[pose].air > 0) expect(lowest).toBeLessThan(skeleton.ground);
      else expect(Math.abs(lowest - skeleton.ground), pose).toBeLessThan(40);
    }
  });

  it('reports what an impossible pose asked for', () => {
    const { hits } = poseSkeleton(character(), { ...poses.standing, hips: 80 });
    expect(hits.map(({ joint }) => joint)).toEqual(['hips']);
  });

  it('gives a box that holds all joints', () => {
    for (const pose of catalogue.pose.options) {
      const skeleton = poseSkeleton(character({ pose }));
      const [left, top, right, bottom] = skeletonBounds(skeleton);
      for (const [x, y] of Object.values(skeleton.joints)) {
        expect(x > left && x < right, pose).toBe(true);
        expect(y > top && y < bottom, pose).toBe(true);
      }
    }
  });
});
