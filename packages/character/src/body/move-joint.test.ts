import { describe, expect, it } from 'vitest';
import { drawingProblems } from '../../tools/drawing-problems.ts';
import { labelCharacter } from '../labels/label-character.ts';
import { drawCharacter } from '../draw-character.ts';
import { distance, type Point } from '../geometry/point.ts';
import { catalogue, type Character } from '../parameters/catalogue.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { randomStream } from '../random/random-stream.ts';
import { drawnPose } from './drawn-pose.ts';
import { readJointAngles, writeJointAngles } from './joint-angles.ts';
import { jointPlaces } from './joint-places.ts';
import { isMovable, moveJoint } from './move-joint.ts';
import { jointLimits } from './pose-angles.ts';
import { jointNames, poseSkeleton, type JointName } from './skeleton.ts';

const figure = (seed: number, wishes: Partial<Pick<Character, 'pose' | 'framing'>> = {}): Character =>
  sampleCharacter(seed, { wishes: { framing: 'full', pose: 'standing', ...wishes } });

const near = (place: Point, dx: number, dy: number): Point => [place[0] + dx, place[1] + dy];

/** In parts of the picture's longer side. */
function miss(character: Character, joint: JointName, [x, y]: Point): number {
  const [width, height] = character.framing === 'bust' ? [512, 512] : [512, 768];
  const [atX, atY] = jointPlaces(character)[joint];
  return Math.hypot((atX - x) * width, (atY - y) * height) / Math.max(width, height);
}

describe('jointPlaces', () => {
  it('is where labels have the key points, in every framing', () => {
    for (const framing of catalogue.framing.options) {
      const character = sampleCharacter(8, { wishes: { framing } });
      const drawing = drawCharacter(character);
      const { keyPoints, width, height } = labelCharacter(character, drawing, drawing.width);
      const places = jointPlaces(character);
      for (const name of jointNames) {
        expect(places[name][0] * width).toBeCloseTo(keyPoints[name]![0], 0);
        expect(places[name][1] * height).toBeCloseTo(keyPoints[name]![1], 0);
      }
    }
  });
});

describe('moveJoint', () => {
  it('brings wrists and ankles to places within reach', () => {
    for (const joint of ['wristLeft', 'wristRight', 'handLeft', 'ankleLeft', 'ankleRight'] as const)
      for (const [dx, dy] of [
        [0.05, -0.1],
        [-0.03, -0.04],
        [0.02, -0.06],
      ] as const) {
        const character = figure(3);
        const outward = joint.endsWith('Left') ? dx : -dx;
        const place = near(jointPlaces(character)[joint], outward, dy);
        expect(miss(moveJoint(character, joint, place), joint, place), joint).toBeLessThan(0.005);
      }
  });

  it('finds nothing nearer by trying a thousand other poses of the limb', () => {
    const random = randomStream(4, 'poses');
    for (const [joint, place] of [
      ['wristLeft', [0.95, 0.1]],
      ['wristRight', [0.5, 0.5]],
      ['wristLeft', [0.5, 0.98]],
      ['elbowRight', [0.1, 0.2]],
    ] as const) {
      const character = figure(5);
      const reached = miss(moveJoint(character, joint, place), joint, place);
      const arm = joint.endsWith('Left') ? 'armLeft' : 'armRight';
      const { [arm]: drawn } = drawnPose(character);
      const { lift: _, ...angles } = drawn;
      for (let i = 0; i < 1000; i++) {
        const tried = {
          ...angles,
          shoulder: random.between(...jointLimits.shoulder),
          ...(!joint.startsWith('elbow') && { elbow: random.between(...jointLimits.elbow) }),
        };
        const other = { ...character, jointAngles: writeJointAngles({ pose: 'standing', [arm]: tried }) };
        expect(miss(other, joint, place)).toBeGreaterThan(reached - 0.005);
      }
    }
  });

  it('keeps all limbs within their limits, wherever they are pulled, and drawable', () => {
    const random = randomStream(1, 'pulls');
    for (const framing of catalogue.framing.options) {
      let character = figure(6, { framing, pose: 'waving' });
      for (const joint of jointNames)
        character = moveJoint(character, joint, [random.between(-0.5, 1.5), random.between(-0.5, 1.5)]);
      expect(poseSkeleton(character).hits).toEqual([]);
      expect(drawingProblems(character)).toEqual([]);
    }
  });

  it('moves nothing else of the body but what hangs on the joint', () => {
    const character = figure(7, { framing: 'bust', pose: 'handsOnHips' });
    const moved = moveJoint(character, 'wristLeft', [0.8, 0.2]);
    const [before, after] = [jointPlaces(character), jointPlaces(moved)];
    for (const name of jointNames) {
      const own = ['shoulderLeft', 'elbowLeft', 'wristLeft', 'handLeft'].includes(name);
      if (!own) expect(distance(before[name], after[name]), name).toBeLessThan(0.002);
    }
  });

  it('keeps what was moved before', () => {
    const raised = moveJoint(figure(2), 'wristLeft', [0.7, 0.1]);
    const both = moveJoint(raised, 'wristRight', [0.3, 0.1]);
    expect(readJointAngles(both.jointAngles).armLeft).toEqual(readJointAngles(raised.jointAngles).armLeft);
  });

  it('hardly changes a pose that is pulled to where it is', () => {
    for (const pose of ['standing', 'armsCrossed', 'sitting'] as const) {
      const character = figure(9, { pose });
      const places = jointPlaces(character);
      for (const joint of ['wristLeft', 'kneeRight', 'head'] as const) {
        const after = jointPlaces(moveJoint(character, joint, places[joint]));
        for (const name of jointNames)
          expect(distance(after[name], places[name]), `${pose} ${joint} ${name}`).toBeLessThan(0.006);
      }
    }
  });

  it('lays a raised hand over the face and a lowered one beside the body', () => {
    const raised = moveJoint(figure(2), 'wristLeft', jointPlaces(figure(2)).head);
    expect(readJointAngles(raised.jointAngles).armLeft!.layer).toBe('face');
    const folded = moveJoint(figure(2), 'handLeft', jointPlaces(figure(2)).chest);
    expect(readJointAngles(folded.jointAngles).armLeft!.layer).toBe('front');
    const aside = moveJoint(raised, 'wristLeft', [0.85, 0.5]);
    expect(readJointAngles(aside.jointAngles).armLeft!.layer).toBe('side');
  });

  it('takes no joint that nothing moves, nor what a bust does not show', () => {
    const character = figure(1);
    for (const joint of ['pelvis', 'chest', 'shoulderLeft'] as const) {
      expect(isMovable(character, joint)).toBe(false);
      expect(moveJoint(character, joint, [0, 0])).toBe(character);
    }
    expect(isMovable(character, 'kneeLeft')).toBe(true);
    expect(isMovable({ framing: 'bust' }, 'kneeLeft')).toBe(false);
    expect(moveJoint(character, 'wristLeft', [Number.NaN, 0])).toBe(character);
  });
});
