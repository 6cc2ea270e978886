import { expect, it } from 'vitest';
import { stroke } from './drawn-page.test-helper.ts';
import { requireSubject } from './require-subject.ts';

const page = { width: 40, height: 30 };

it('takes strokes of which one marks something on the page', () => {
  for (const one of [
    stroke('fg', 1, [5, 5]),
    stroke('hair', 3, [-2, 10]),
    stroke('fg', 1, [-9, -9], [60, 60]),
  ])
    expect(() => requireSubject([stroke('bg', 1, [1, 1]), one], page)).not.toThrow();
  expect(() => requireSubject([{ ...stroke('fg', 1, [90, 90]), shape: 'outside' }], page)).not.toThrow();
});

it('says what is missing', () => {
  const speechless = [stroke('bg', 1, [1, 1]), stroke('erase', 1, [1, 1]), stroke('edge', 1, [1, 1])];
  for (const strokes of [[], speechless])
    expect(() => requireSubject(strokes, page)).toThrow(expect.objectContaining({ code: 'STROKES_MISSING' }));
  expect(() => requireSubject([...speechless, stroke('fg', 3, [-9, 5], [-9, 9])], page)).toThrow(
    expect.objectContaining({ code: 'STROKES_OUTSIDE', details: { width: 40, height: 30 } }),
  );
});
