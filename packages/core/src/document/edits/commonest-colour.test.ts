import { describe, expect, it } from 'vitest';
import { commonestColour } from './commonest-colour.ts';

const grey = (red: number) => ({ red, green: 0, blue: 0, alpha: 255 });
const line = (count: number) => Array.from({ length: count }, (_, x) => ({ x: x + 0.9, y: 3.2 }));

describe('commonestColour', () => {
  it('is found most often, wherever it is', () => {
    expect(commonestColour(line(9), (x) => grey(x % 3 ? 7 : 8))).toEqual(grey(7));
    expect(commonestColour(line(9), (x) => grey(x < 4 ? 1 : x < 5 ? 2 : 3))).toEqual(grey(1));
  });

  it('is that of whole pixels', () => {
    const asked: [number, number][] = [];
    commonestColour([{ x: 4.9, y: -0.1 }], (x, y) => (asked.push([x, y]), undefined));
    expect(asked).toEqual([[4, -1]]);
  });

  it('leaves out what lies off the canvas', () => {
    expect(commonestColour(line(9), (x) => (x === 8 ? grey(5) : undefined))).toEqual(grey(5));
    expect(commonestColour(line(9), () => undefined)).toBeUndefined();
    expect(commonestColour([], () => grey(1))).toBeUndefined();
  });

  it('looks at some of the points of a long line, along all of it', () => {
    let [count, last] = [0, 0];
    commonestColour(line(1000), (x) => ((last = x), count++, grey(1)));
    expect(count).toBeLessThanOrEqual(64);
    expect(last).toBeGreaterThan(950);
  });
});
