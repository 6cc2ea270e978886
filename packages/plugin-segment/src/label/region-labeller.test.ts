import type { Stroke } from '@koma/core/plugin';
import { Feature, FEATURES } from '@koma/lineart';
import { describe, expect, it } from 'vitest';
import { stroke } from '../drawn-page.test-helper.ts';
import { PaintPlane } from '../strokes/paint-plane.ts';
import { findLeaks } from './find-leaks.ts';
import { paintLabels } from './label-plane.ts';
import { letteredPage } from './lettered-map.test-helper.ts';
import { RegionLabeller } from './region-labeller.ts';

/** Two rooms of open paper, a and b, between lines; c is around them. */
const ROOMS = [
  'ccccccccccccccc',
  'cAAAAAAABBBBBBc',
  'cAaaaaaABbbbbBc',
  'cAaaaaaABbbbbBc',
  'cAaaaaaABbbbbBc',
  'cAAAAAAABBBBBBc',
  'ccccccccccccccc',
];

function labelled(rows: readonly string[], strokes: readonly Stroke[], scale: 1 | 2 | 4 = 1) {
  const page = letteredPage(rows, scale);
  const paint = new PaintPlane(page.width, page.height);
  paint.update(strokes);
  const answer = new RegionLabeller(page, paint).solve();
  const plane = new Uint8Array(page.width * page.height);
  paintLabels(plane, answer, paint, { left: 0, top: 0, right: page.width, bottom: page.height });
  const text = Array.from({ length: page.height }, (_, y) =>
    [...plane.subarray(y * page.width, (y + 1) * page.width)].join(''),
  );
  return { page, answer, text, leaks: findLeaks(page, answer) };
}

describe('RegionLabeller', () => {
  it('labels what a stroke is in, up to its lines, and what touches the edge of the page as background', () => {
    const { text } = labelled(ROOMS, [stroke('fg', 0.5, [4.5, 3.5])]);
    expect(text).toEqual(ROOMS.map((row) => row.replace(/[aA]/g, '1').replace(/[^1]/g, '0')));
  });

  it('lets the longer stroke win a region that both are in, and gives a leaking one its own alone', () => {
    // Leaks a little into b, which the background has.
    const { text } = labelled(ROOMS, [
      stroke('bg', 0.5, [9.5, 4.5], [12.5, 4.5]),
      stroke('fg', 0.5, [2.5, 3.5], [9.5, 3.5]),
    ]);
    expect([text[3]![4], text[3]![9], text[2]![11]]).toEqual(['1', '0', '0']);
  });

  it('divides a region between strokes of which one would be overruled altogether', () => {
    const long = stroke('bg', 0.5, [2.5, 2.5], [2.5, 4.5]);
    const { text, answer } = labelled(ROOMS, [long, stroke('fg', 0.5, [6.5, 3.5])]);
    expect([text[3]![2], text[3]![6]]).toEqual(['0', '1']);
    expect(answer.divided).toEqual(new Set([0]));
  });

  it('takes several names at once, and hard strokes by the pixel', () => {
    const hard: Stroke = { ...stroke('hair', 0.5, [3.5, 3.5]), hard: true };
    const { text, answer } = labelled(ROOMS, [
      stroke('fg', 0.5, [5.5, 2.5], [5.5, 4.5]),
      stroke('body', 0.5, [11.5, 3.5]),
      hard,
    ]);
    expect(answer.strokes.names).toEqual(['fg', 'body', 'hair']);
    expect([text[3]![5], text[3]![11], text[3]![3], text[0]![0]]).toEqual(['1', '2', '3', '0']);
  });

  it('divides a region along a border drawn by hand, at any scale', () => {
    for (const scale of [1, 2, 4] as const) {
      const edge = stroke('edge', 0.4 * scale, [4.5 * scale, 0], [4.5 * scale, 7 * scale]);
      const strokes = [
        edge,
        stroke('fg', 0.5, [2.5 * scale, 3.5 * scale]),
        stroke('bg', 0.5, [6.2 * scale, 3.5 * scale]),
      ];
      const { text } = labelled(ROOMS, strokes, scale);
      const at = (x: number, y: number) => text[Math.floor(y * scale)]![Math.floor(x * scale)];
      expect([at(2.5, 2.5), at(3.5, 4.5), at(5.5, 2.5), at(6.5, 4.5)]).toEqual(['1', '1', '0', '0']);
    }
  });
});

describe('likeness', () => {
  /** Head a and hair b beside it, hill d with a bush e, all between lines in open country c. */
  const PICTURE = [
    'cccccccccccccccccccc',
    'cAAAAAABBBBBBBDDDDDc',
    'cAaaaaaBbbbbbBdddddc',
    'cAaaaaaBbbbbbBdddddc',
    'cAaaaaaBbbbbbBdddddc',
    'cAAAAAABBBBBBBDDDDDc',
    'cccccccccccccccccccc',
  ];
  const HEAD = stroke('fg', 0.5, [3.5, 3.5]);
  const HILL = stroke('bg', 0.5, [16.5, 3.5]);

  function regionsOf(
    darkness: readonly number[],
    strokes: readonly Stroke[],
    colour = false,
    isOpen = false,
  ): number[] {
    const page = letteredPage(PICTURE);
    if (isOpen) page.regions.background[2] = page.regions.area[2]!;
    darkness.forEach((value, region) => {
      page.regions.features[region * FEATURES + Feature.darkness] = value;
      page.regions.features[region * FEATURES + Feature.lightness] = 100 * (1 - value);
    });
    const paint = new PaintPlane(page.width, page.height);
    paint.update(strokes);
    return [...new RegionLabeller({ regions: page.regions, colour }, paint).solve().labels];
  }

  it('gives what nobody has marked to the label whose tone it has', () => {
    expect(regionsOf([0.5, 0.5, 0, 0.9], [HEAD, HILL])[1]).toBe(1);
    expect(regionsOf([0.5, 0.9, 0, 0.9], [HEAD, HILL])[1]).toBe(0);
  });

  it('needs an example of the ground, but not in colour pictures that stand on open ground', () => {
    const tones = [0.5, 0.5, 0.1, 0.9];
    expect(regionsOf(tones, [HEAD])[1]).toBe(0);
    expect(regionsOf(tones, [HEAD], true)[1]).toBe(0);
    expect(regionsOf(tones, [HEAD], true, true)[1]).toBe(1);
    expect(regionsOf(tones, [HEAD], false, true)[1]).toBe(0);
  });

  it('does not speak against a stroke', () => {
    const own = stroke('bg', 0.5, [10.5, 3.5]);
    expect(regionsOf([0.5, 0.5, 0, 0.9], [HEAD, HILL, own])[1]).toBe(0);
  });
});

describe('findLeaks', () => {
  /** A wall between a and b with a gap of four. */
  const GAP = [
    'aaaAbbbb',
    'aaaAbbbb',
    'aaaabbbb',
    'aaaabbbb',
    'aaaabbbb',
    'aaaabbbb',
    'aaaAbbbb',
    'aaaAbbbb',
  ];
  const sides = [stroke('fg', 0.5, [1.5, 3.5]), stroke('bg', 0.5, [6.5, 3.5])];

  it('shows where a border crosses open paper, and nothing where it follows lines', () => {
    const { leaks } = labelled(GAP, sides);
    expect(leaks).toEqual([{ x0: 4, y0: expect.any(Number), x1: 4, y1: expect.any(Number) }]);
    expect([leaks[0]!.y0, leaks[0]!.y1].toSorted((one, two) => one - two)).toEqual([2, 6]);
    expect(labelled(ROOMS, [stroke('fg', 0.5, [4.5, 3.5])]).leaks).toEqual([]);
    expect(labelled(GAP, []).leaks).toEqual([]);
  });

  it('shows none between unlike colours', () => {
    const page = letteredPage(GAP);
    page.regions.features[Feature.greenRed] = 60;
    page.regions.features[FEATURES + Feature.greenRed] = -60;
    const paint = new PaintPlane(page.width, page.height);
    paint.update(sides);
    const answer = new RegionLabeller(page, paint).solve();
    expect(findLeaks({ ...page, colour: true }, answer)).toEqual([]);
    expect(findLeaks(page, answer)).toHaveLength(1);
  });

  it('is settled by a stroke along it', () => {
    const [{ x0, y0, x1, y1 }] = labelled(GAP, sides).leaks as [
      { x0: number; y0: number; x1: number; y1: number },
    ];
    const closed = labelled(GAP, [...sides, { ...stroke('edge', 1, [x0, y0], [x1, y1]), hard: true }]);
    expect(closed.leaks).toEqual([]);
    expect([closed.text[3]![1], closed.text[3]![6]]).toEqual(['1', '0']);
  });
});
