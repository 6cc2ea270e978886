import { describe, expect, it } from 'vitest';
import { OPTIONS, SPEC } from './fake-generator.test-helper.ts';
import { cellSeed, planGrid, SEED_LIMIT } from './grid-plan.ts';

describe('planGrid', () => {
  it('samples a seed a cell under the wishes', () => {
    const wishes = { shape: 'round' };
    const plans = planGrid(SPEC, { kind: 'random' }, wishes, 40, 3);
    expect(plans).toEqual([40, 41, 42].map((seed) => ({ ask: 'sample', request: { seed, wishes } })));
  });

  it('never leaves the range of seeds', () => {
    expect(cellSeed(SEED_LIMIT - 1, 3)).toBe(2);
  });

  it('keeps all but the groups that vary', () => {
    const [plan] = planGrid(SPEC, { kind: 'groups', of: OPTIONS, groups: ['pose'] }, {}, 1, 1);
    expect(plan).toMatchObject({ ask: 'sample', request: { wishes: { shape: 'round', seed: 7 } } });
    expect(plan).not.toHaveProperty('request.wishes.stance');
  });

  it('asks for relatives and for children with a seed each', () => {
    const vary = { kind: 'vary', of: OPTIONS, strength: 0.3, keep: ['pose'] } as const;
    expect(planGrid(SPEC, vary, {}, 5, 2)[1]).toEqual({
      ask: 'vary',
      request: { options: OPTIONS, strength: 0.3, seed: 6, keep: ['pose'] },
    });
    const breed = { kind: 'breed', a: OPTIONS, b: OPTIONS, shares: { pose: 1 } } as const;
    expect(planGrid(SPEC, breed, {}, 5, 2)[1]).toEqual({
      ask: 'breed',
      request: { a: OPTIONS, b: OPTIONS, shares: { pose: 1 }, seed: 6 },
    });
  });

  it('shows every value of an attribute, asking nobody', () => {
    const values = (attribute: string, count = 16) =>
      planGrid(SPEC, { kind: 'values', of: OPTIONS, attribute }, {}, 1, count).map((plan) =>
        plan.ask === undefined ? plan.options[attribute] : plan.ask,
      );
    expect(values('stance')).toEqual(['up', 'down', 'left']);
    expect(values('hue')).toEqual(['red', 'same']);
    expect(values('hat')).toEqual([false, true]);
    expect(values('size', 5)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(values('angles')).toEqual([]);
    expect(values('nothing')).toEqual([]);
  });

  it('says which value a picture has', () => {
    const captions = (attribute: string) =>
      planGrid(SPEC, { kind: 'values', of: OPTIONS, attribute }, {}, 1, 4).map(({ caption }) => caption?.en);
    expect(captions('stance')).toEqual(['Up', 'Down', 'Left']);
    expect(captions('size')).toEqual(['0', '0.33', '0.67', '1']);
    expect(captions('hat')).toEqual([undefined, 'Hat']);
  });
});
