import { describe, expect, test } from 'vitest';
import { createBlendKernels } from '../blend/index.ts';
import type { Draw } from './draw.ts';
import { stepsOf } from './step.ts';

const { blend } = createBlendKernels();
const bare = { children: [], clipped: [], through: false, opacity: 1, mask: 0, verbatim: false };
const pixels = (address: number, rest: Partial<Draw> = {}): Draw => ({
  ...bare,
  pixels: address,
  mode: 'normal',
  ...rest,
});
const isolated = (children: Draw[], rest: Partial<Draw> = {}): Draw => pixels(0, { ...rest, children });

/** One line for each step: what, source, target. */
function steps(...draws: Draw[]): string[] {
  return stepsOf(draws, blend).steps.map(({ kind, src, dst, atop, covers }) => {
    const text = kind === 'begin' ? `begin ${dst}` : `${kind} ${src} ${dst}`;
    return `${text}${atop ? ' atop' : ''}${covers ? ' covers' : ''}`;
  });
}

describe('the steps', () => {
  test('of layers go straight into the result', () => {
    expect(steps(pixels(64), pixels(128, { mode: 'hue' }))).toEqual(['pixels 64 0 covers', 'pixels 128 0']);
    const [step] = stepsOf([pixels(64, { mode: 'hue', opacity: 0.5, mask: 7 })], blend).steps;
    expect(step).toMatchObject({ kernel: blend.hue, opacity: 0.5, mask: 7, covers: false });
  });

  test('of a group fill an accumulator first', () => {
    expect(steps(isolated([pixels(64), isolated([pixels(128)])]))).toEqual([
      'begin 1',
      'pixels 64 1',
      'begin 2',
      'pixels 128 2',
      'accumulator 2 1',
      'accumulator 1 0',
    ]);
  });

  test('of a faded group keep what was there, so nothing in it may cover that', () => {
    expect(steps(isolated([pixels(64), isolated([pixels(128)])], { through: true, opacity: 0.5 }))).toEqual([
      'save 1 0',
      'pixels 64 0',
      'begin 2',
      'pixels 128 2',
      'accumulator 2 0',
      'fade 1 0',
    ]);
  });

  test('of clipped layers draw them atop their base', () => {
    const base = pixels(64, {
      mode: 'multiply',
      opacity: 0.5,
      mask: 7,
      clipped: [pixels(128), isolated([pixels(192)])],
    });
    expect(steps(base)).toEqual([
      'begin 1',
      'pixels 64 1',
      'pixels 128 1 atop',
      'begin 2',
      'pixels 192 2',
      'accumulator 2 1 atop',
      'accumulator 1 0',
    ]);
    const list = stepsOf([base], blend).steps;
    expect(list[1]).toMatchObject({ kernel: blend.normal, opacity: 1, mask: 0 });
    expect(list.at(-1)).toMatchObject({ kernel: blend.multiply, opacity: 0.5, mask: 7 });
  });

  test('say how many accumulators they use', () => {
    const used = (...draws: Draw[]): number => stepsOf(draws, blend).depth;
    expect(used(pixels(64))).toBe(1);
    expect(used(isolated([pixels(64)]), isolated([isolated([pixels(64)])]))).toBe(3);
    expect(used(isolated([pixels(64)], { through: true }))).toBe(2);
  });
});
