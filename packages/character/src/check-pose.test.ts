import { expect, test } from 'vitest';
import { poses } from './body/poses.ts';
import { checkPose } from './check-pose.ts';

test('every named pose is possible', () => {
  for (const pose of Object.values(poses)) expect(() => checkPose(pose)).not.toThrow();
});

test('a pose that no body can take is refused, with the joint and what it allows', () => {
  const broken = { ...poses.standing, head: 200 };
  expect(() => checkPose(broken)).toThrow(/head.*200.*-30 to 30/);
  expect(() => checkPose(broken)).toThrow(expect.objectContaining({ code: 'POSE_IMPOSSIBLE' }));
});
