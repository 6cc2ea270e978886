import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCharacter, serializeCharacter } from '../parameters/parse-character.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { checkJointAngles, readJointAngles, writeJointAngles } from './joint-angles.ts';

const WAVING = 'waving;lean=3;armLeft=92,10.5,0,1,0.85,open,face;legRight=7,-4,0,1,1,back';

test('reads what it writes', () => {
  const free = readJointAngles(WAVING);
  expect(free).toMatchObject({
    pose: 'waving',
    lean: 3,
    armLeft: { shoulder: 92, elbow: 10.5, hand: 'open' },
  });
  expect(free.armRight).toBeUndefined();
  expect(writeJointAngles(free)).toBe(WAVING);
});

test('any numbers come back to two decimals', () => {
  const angle = fc.double({ min: -170, max: 170, noNaN: true });
  fc.assert(
    fc.property(angle, angle, angle, (lean, shoulder, lift) => {
      const arm = {
        shoulder,
        elbow: 0,
        wrist: 0,
        upperReach: 1,
        foreReach: 1,
        hand: 'fist',
        layer: 'side',
        lift,
      } as const;
      const read = readJointAngles(writeJointAngles({ pose: 'shy', lean, armRight: arm }));
      for (const [got, meant] of [
        [read.lean!, lean],
        [read.armRight!.shoulder, shoulder],
        [read.armRight!.lift!, lift],
      ] as const)
        expect(Math.abs(got - meant)).toBeLessThanOrEqual(0.0051);
    }),
  );
});

test.each([
  7,
  null,
  '',
  'flying',
  'waving;',
  'waving;lean',
  'waving;lean=',
  'waving;lean=NaN',
  'waving;lean=1e2',
  'waving;lean=1,2',
  'waving;lean=900',
  'waving;lean=1;lean=2',
  'waving;seat=1',
  'waving;pose=shy',
  'waving;constructor=1',
  'waving;armLeft=1,2,3,1,1,open',
  'waving;armLeft=1,2,3,1,1,claw,face',
  'waving;armLeft=1,2,3,1,1,open,sky',
  'waving;armLeft=1,2,3,1,1,open,face,x',
  'waving;armLeft=1,2,3,1,1,open,face,1,2',
  'waving;legLeft=1,2,3,1,1',
  'waving;legLeft=1,2,3,1,1,side',
  `waving;${'lean=1;'.repeat(200)}`,
])('refuses %j, naming the attribute', (value) => {
  expect(() => checkJointAngles(value)).toThrow(
    expect.objectContaining({
      code: 'ATTRIBUTE_VALUE',
      details: expect.objectContaining({ attribute: 'jointAngles' }),
    }),
  );
});

test('goes into files and out of them, and through sampling with wishes', () => {
  const character = { ...sampleCharacter(5, { wishes: { pose: 'waving' } }), jointAngles: WAVING };
  expect(parseCharacter(serializeCharacter(character))).toEqual(character);
  const { seed, ...wishes } = character;
  expect(sampleCharacter(seed, { wishes })).toEqual(character);
  expect(() => parseCharacter({ version: 1, seed: 1, attributes: { jointAngles: 'flying' } })).toThrow(
    'jointAngles',
  );
});

test('characters that nobody posed by hand have no such attribute', () => {
  expect(sampleCharacter(3)).not.toHaveProperty('jointAngles');
  expect(serializeCharacter(sampleCharacter(3))).not.toContain('jointAngles');
});
