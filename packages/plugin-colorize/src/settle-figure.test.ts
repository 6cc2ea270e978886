import { expect, test } from 'vitest';
import { settleFigure } from './settle-figure.ts';
import { room, SIDE, spotted } from './settle.test-helper.ts';

const none = new Float32Array(SIDE * SIDE);
const at = (x: number, y: number): number => y * SIDE + x;
const drawn = { left: 0.9, right: 0.9, outside: 0.05 };

test('patches on either side go with what is around them', async () => {
  const { tone, regions, area } = await room();
  const figure = spotted(area, drawn, [
    { x: 32, y: 40, radius: 9, value: 0.1 },
    { x: 8, y: 60, radius: 6, value: 0.95 },
  ]);
  const settled = settleFigure(figure, tone, none, regions);
  expect([settled[at(32, 40)], settled[at(8, 60)]]).toEqual([1, 0]);
  const wrong = [...settled.keys()].filter(
    (p) => tone[p] === 1 && settled[p] !== Number(area[p] !== 'outside'),
  );
  expect(wrong).toEqual([]);
});

test('an area that lines enclose keeps what the network says of it', async () => {
  const { tone, regions, area } = await room(0);
  const settled = settleFigure(spotted(area, { ...drawn, right: 0.1 }), tone, none, regions);
  expect([settled[at(32, 48)], settled[at(64, 48)], settled[at(8, 8)]]).toEqual([1, 0, 0]);
});

test('an area with a hint is drawn', async () => {
  const { tone, regions, area } = await room(0);
  const hinted = none.slice();
  hinted[at(64, 48)] = 1;
  const settled = settleFigure(spotted(area, { ...drawn, right: 0.1 }), tone, hinted, regions);
  expect([settled[at(64, 48)], settled[at(8, 8)]]).toEqual([1, 0]);
});
