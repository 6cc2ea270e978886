import { describe, expect, it } from 'vitest';
import { Polyline } from './polyline.ts';

function hook(): Polyline {
  const line = new Polyline();
  line.push(0, 0, 0);
  line.push(30, 40, 0.5);
  line.push(30, 50, 1);
  return line;
}

describe('a polyline', () => {
  it('knows how far it goes', () => {
    expect(hook().distance).toEqual([0, 50, 60]);
    expect(hook().length).toBe(60);
    expect(new Polyline().length).toBe(0);
  });

  it('finds the place and the pressure at a distance', () => {
    expect(hook().at(0, 25)).toEqual({ x: 15, y: 20, pressure: 0.25 });
    expect(hook().at(1, 60)).toEqual({ x: 30, y: 50, pressure: 1 });
    expect(hook().at(2, 99)).toEqual({ x: 30, y: 50, pressure: 1 });
  });

  it('goes on from where it was after it forgot its start or its end', () => {
    const line = hook();
    line.forget(1);
    expect(line.at(0, 55)).toEqual({ x: 30, y: 45, pressure: 0.75 });
    line.truncate(1);
    line.push(33, 40, 1);
    expect(line.distance).toEqual([50, 53]);
  });
});
