import { describe, expect, it } from 'vitest';
import { catalogue } from '../parameters/catalogue.ts';
import { defaultCharacter } from '../parameters/default-character.ts';
import { expressionOf } from './expression.ts';

const base = defaultCharacter(1);
const names = catalogue.expression.options;

describe('an expression', () => {
  it.each(names)('%s is within its ranges', (expression) => {
    const { lids, mouthOpen, smile, blush, iris } = expressionOf({ ...base, expression });
    expect(lids).toBeGreaterThan(0);
    expect(lids).toBeLessThanOrEqual(1.15);
    for (const fraction of [mouthOpen, blush]) {
      expect(fraction).toBeGreaterThanOrEqual(0);
      expect(fraction).toBeLessThanOrEqual(1);
    }
    expect(Math.abs(smile)).toBeLessThanOrEqual(1);
    expect(iris).toBeGreaterThan(0.5);
  });

  it('is not the same as any other', () => {
    const all = names.map((expression) => JSON.stringify(expressionOf({ ...base, expression })));
    expect(new Set(all).size).toBe(names.length);
  });

  it('lowers the inner ends of the brows in anger and raises them in sorrow', () => {
    expect(expressionOf({ ...base, expression: 'angry' }).browAngle).toBeGreaterThan(0);
    expect(expressionOf({ ...base, expression: 'sad' }).browAngle).toBeLessThan(0);
  });
});

describe('an opened mouth', () => {
  it.each(names)('is never less open than that of the expression: %s', (expression) => {
    const shut = expressionOf({ ...base, expression, openMouth: 0 });
    const open = expressionOf({ ...base, expression, openMouth: 0.8 });
    expect(open.mouthOpen).toBeGreaterThanOrEqual(shut.mouthOpen);
    // Nothing else of the face moves.
    expect({ ...open, mouth: 0, mouthOpen: 0 }).toEqual({ ...shut, mouth: 0, mouthOpen: 0 });
  });

  it('is a laughing one where the face smiles and a small one where it does not', () => {
    expect(expressionOf({ ...base, expression: 'smile', openMouth: 0.8 }).mouth).toBe('open');
    expect(expressionOf({ ...base, expression: 'neutral', openMouth: 0.8 }).mouth).toBe('small');
  });

  it('keeps the shape of one that is open already', () => {
    expect(expressionOf({ ...base, expression: 'shout', openMouth: 0.8 }).mouth).toBe('shout');
  });
});
