import { expect, it } from 'vitest';
import { finish } from '../steps.ts';
import { inkPlane, LINE, PAPER } from './ink-plane.ts';

it('is line ink where the page is darker than the threshold', () => {
  const grey = { width: 2, height: 2, data: Uint8Array.of(0, 127, 128, 255) };
  expect([...finish(inkPlane(grey, 128))]).toEqual([LINE, LINE, PAPER, PAPER]);
});
