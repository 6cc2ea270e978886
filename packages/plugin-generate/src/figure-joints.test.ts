import { readJointAngles } from '@koma/character';
import { describe, expect, it } from 'vitest';
import { figureJoints, moveFigureJoint } from './figure-joints.ts';
import { sampleOptions } from './sample-options.ts';

const options = sampleOptions(4, { framing: 'full', pose: 'standing' });

describe('figureJoints', () => {
  it('are twenty, parents before children, in one tree', () => {
    for (const framing of ['bust', 'full', 'chibi']) {
      const joints = figureJoints(sampleOptions(4, { framing }));
      expect(joints).toHaveLength(20);
      const seen = new Set<string>();
      for (const { name, parent } of joints) {
        if (parent !== undefined) expect(seen).toContain(parent);
        seen.add(name);
      }
      expect(joints.filter(({ parent }) => parent === undefined).map(({ name }) => name)).toEqual(['pelvis']);
    }
  });

  it('have a name of their own in every language', () => {
    for (const locale of ['en', 'ja', 'zh-Hans'] as const) {
      const names = figureJoints(options).map(({ label }) => label[locale]);
      expect(new Set(names).size).toBe(20);
      expect(names.join()).not.toContain('undefined');
    }
  });

  it('lie within the picture of a whole figure', () => {
    for (const { x, y } of figureJoints(options)) {
      expect(x > 0 && x < 1 && y > 0 && y < 1).toBe(true);
    }
  });
});

describe('moveFigureJoint', () => {
  it('brings a joint to where it is pulled, and keeps everything but the pose', () => {
    const moved = moveFigureJoint(options, 'wristLeft', 0.7, 0.15);
    const { jointAngles, ...rest } = moved;
    expect(rest).toEqual(options);
    expect(readJointAngles(jointAngles)).toMatchObject({ pose: 'standing', armLeft: { layer: 'face' } });
    const wrist = figureJoints(moved).find(({ name }) => name === 'wristLeft')!;
    expect(Math.hypot(wrist.x - 0.7, wrist.y - 0.15)).toBeLessThan(0.01);
  });

  it('refuses a joint that is not there', () => {
    expect(() => moveFigureJoint(options, 'tail', 0, 0)).toThrow(
      expect.objectContaining({ code: 'OPTIONS_INVALID' }),
    );
  });
});
