import { describe, expect, it } from 'vitest';
import { limitPose, type PoseAngles } from './pose-angles.ts';
import { poses } from './poses.ts';

const standing = poses.standing;

describe('limitPose', () => {
  it('leaves every named pose as it is', () => {
    for (const [name, pose] of Object.entries(poses)) expect(limitPose(pose).hits, name).toEqual([]);
  });

  it('stops an elbow that is bent too far and says which', () => {
    const asked: PoseAngles = { ...standing, armLeft: { ...standing.armLeft, elbow: -200 } };
    const { pose, hits } = limitPose(asked);
    expect(pose.armLeft.elbow).toBe(-155);
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({ joint: 'armLeft.elbow', asked: -200, allowed: [-155, 155] });
    expect(hits[0]?.message).toContain('the left elbow');
  });

  it('lets the forearm fold outwards less where the arm crosses the body', () => {
    const arm = { ...standing.armRight, shoulder: -40, elbow: 120 };
    expect(limitPose({ ...standing, armRight: arm }).pose.armRight.elbow).toBe(50);
    expect(limitPose({ ...standing, armRight: { ...arm, shoulder: 40 } }).hits).toEqual([]);
  });

  it('keeps the calf of a straight leg from swinging outwards', () => {
    const leg = { ...standing.legLeft, hip: 0, knee: 90 };
    expect(limitPose({ ...standing, legLeft: leg }).pose.legLeft.knee).toBe(30);
  });

  it('replaces what is not a number', () => {
    const { pose, hits } = limitPose({
      ...standing,
      lean: Number.NaN,
      legRight: { ...standing.legRight, hip: Infinity },
    });
    expect(pose.lean).toBe(0);
    expect(pose.legRight.hip).toBe(0);
    expect(hits.map(({ joint }) => joint)).toEqual(['lean', 'legRight.hip']);
  });

  it('changes nothing when asked again', () => {
    const wild = { ...standing, lean: 90, armLeft: { ...standing.armLeft, shoulder: 400, wrist: -99 } };
    const once = limitPose(wild).pose;
    expect(limitPose(once)).toEqual({ pose: once, hits: [] });
  });
});
