import { expect, it } from 'vitest';
import { edgeFrame } from './edge-frame.ts';
import { indexOf } from './frames.test-helper.ts';
import { InkPlane } from './ink-plane.ts';
import { SideColours } from './side-colour.ts';

it('SideColours measures ink by its darkest and grounds by what is neither ink nor mixed', () => {
  const row = [250, 240, 250, 130, 4, 0, 90, 250, 80, 210, 210, 200];
  const [width, height] = [12, 12];
  const data = Uint8Array.from({ length: 144 }, (_, i) => row[i % 12]!);
  const labels = Uint8Array.from({ length: 144 }, (_, i) => (i % 12 < 6 ? 1 : 0));
  const frame = edgeFrame({ width, height, data }, undefined, labels, { x: 0, y: 0, width, height }, 8);
  const mixed = Uint8Array.from(frame.labels, (_, at) => {
    const x = (at % frame.width) + frame.x;
    return x === 5 || x === 6 ? 1 : 0;
  });
  const sides = new SideColours(frame, new InkPlane(frame), frame.labels, mixed);
  const got = { red: 0, green: 0, blue: 0, count: 0 };
  const at = indexOf(frame, 6, 6);
  sides.inkOf(1, at, got);
  expect(got.red).toBe(2);
  sides.groundOf(1, at, got);
  expect(got.red).toBe(250);
  sides.groundOf(0, at, got);
  expect(got.red).toBeCloseTo((250 + 210 + 210) / 3, 5);
  sides.colourAt(at, got);
  expect([got.red, got.count]).toEqual([90, 1]);
});

it('SideColours sees a page in colour over white', () => {
  const image = { width: 1, height: 1, data: Uint8ClampedArray.of(100, 0, 200, 51) };
  const grey = { width: 1, height: 1, data: Uint8Array.of(230) };
  const frame = edgeFrame(grey, image, Uint8Array.of(1), { x: 0, y: 0, width: 1, height: 1 }, 8);
  const sides = new SideColours(
    frame,
    new InkPlane(frame),
    frame.labels,
    new Uint8Array(frame.labels.length),
  );
  const got = { red: 0, green: 0, blue: 0, count: 0 };
  sides.colourAt(indexOf(frame, 0, 0), got);
  expect([got.red, got.green, got.blue].map(Math.round)).toEqual([224, 204, 244]);
});
