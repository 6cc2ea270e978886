import { describe, expect, it } from 'vitest';
import type { PageImage } from './page/page-image.ts';
import type { PreparedPage } from './page/prepared-page.ts';
import { readPage } from './page/read-page.ts';
import { sheet, type Sheet } from './picture.test-helper.ts';
import { preparePage } from './prepare-page.ts';
import { buildRegions } from './regions/build-regions.ts';
import { PAPER_PRICE } from './regions/region-map.ts';
import { MaxFlow } from './solver/max-flow.ts';
import { finish } from './steps.ts';

const prepare = (image: PageImage, options = {}): PreparedPage => finish(preparePage(image, options));

/** What holds of every prepared page. */
function expectSound({ width, height, regions, grey, line }: PreparedPage): void {
  const { labels, count, area, edges, background } = regions;
  expect([regions.width, regions.height]).toEqual(
    [width, height].map((size) => Math.ceil(size / regions.scale)),
  );
  expect([grey.data.length, line.length]).toEqual([width * height, labels.length]);
  expect(count).toBeGreaterThan(0);
  const counted = new Uint32Array(count);
  for (const label of labels) counted[label]!++;
  expect(area).toEqual(counted);
  expect(counted.includes(0)).toBe(false);
  expect(background.every((pixels, region) => pixels <= area[region]!)).toBe(true);
  expect(regions.features.every((number) => Number.isFinite(number))).toBe(true);
  for (let i = 0; i < edges.count; i++) {
    expect(edges.a[i]!).toBeLessThan(edges.b[i]!);
    expect(edges.b[i]!).toBeLessThan(count);
    expect(edges.capacity[i]!).toBeGreaterThanOrEqual(edges.length[i]!);
    expect(edges.capacity[i]!).toBeLessThanOrEqual(edges.length[i]! * (1 + PAPER_PRICE));
  }
}

/** The mask that strokes give: what lies in two discs is figure and ground. */
function maskOf(page: PreparedPage, figure: [number, number], ground: [number, number]): Uint8Array {
  const { labels, count, edges, width, scale } = page.regions;
  const flow = new MaxFlow(count, edges.count);
  for (let i = 0; i < edges.count; i++)
    flow.addEdge(edges.a[i]!, edges.b[i]!, edges.capacity[i]!, edges.capacity[i]!);
  const votes = new Int32Array(count);
  for (const [[cx, cy], vote] of [
    [figure, 1],
    [ground, -1],
  ] as const)
    for (let i = 0; i < labels.length; i++)
      if (Math.hypot((i % width) * scale - cx, Math.floor(i / width) * scale - cy) < 12)
        votes[labels[i]!]! += vote;
  for (let region = 0; region < count; region++)
    flow.setTerminals(
      region,
      Math.max(0, votes[region]!) * PAPER_PRICE,
      Math.max(0, -votes[region]!) * PAPER_PRICE,
    );
  flow.solve();
  return Uint8Array.from({ length: page.width * page.height }, (_, i) => {
    const work = Math.floor(i / page.width / scale) * width + Math.floor((i % page.width) / scale);
    return flow.isSource(labels[work]!) ? 1 : 0;
  });
}
const differing = (one: Uint8Array, two: Uint8Array): number =>
  one.filter((value, i) => value !== two[i]).length;
const areaOf = (mask: Uint8Array): number => mask.reduce((a, b) => a + b, 0);

/** A figure of two circles in a frame with some other things, at 400 x 400. */
function scene(): Sheet {
  return sheet(400, 400)
    .paint(
      (x, y) =>
        Math.max(Math.abs(x - 200), Math.abs(y - 200)) > 180 &&
        Math.max(Math.abs(x - 200), Math.abs(y - 200)) < 185,
    )
    .circle(90, 90, 40, 3)
    .circle(320, 110, 30, 3)
    .circle(200, 220, 100, 5)
    .circle(200, 220, 30, 3);
}
const mid: [number, number] = [200, 160];
const corner: [number, number] = [40, 350];

describe('a page made ready', () => {
  it.each([1, 2, 4] as const)('cuts a figure out along the middle of its outline at scale %i', (scale) => {
    const page = prepare(scene().image, { scale });
    expectSound(page);
    const mask = maskOf(page, mid, corner);
    const truth = sheet(400, 400, 0).paint((x, y) => Math.hypot(x - 200, y - 220) <= 100, 1).data;
    // Half a work pixel along the whole border, and a little.
    expect(differing(mask, truth)).toBeLessThan(0.6 * scale * 2 * Math.PI * 100);
  });

  it('does the same whether read once or twice', () => {
    const reading = finish(readPage(scene().image));
    const shared = [4, 2].map((scale) => finish(buildRegions(reading, { scale: scale as 2 | 4 })));
    for (const page of shared)
      expect(page.regions).toEqual(prepare(scene().image, { scale: page.regions.scale as 2 | 4 }).regions);
  });

  it('changes the mask by less than 1 % when a tone is laid on a region', () => {
    const before = maskOf(prepare(scene().image), mid, corner);
    for (const [pitch, radius] of [
      [6, 1.5],
      [9, 3],
      [12, 4.5],
    ] as const) {
      const toned = scene().dots(pitch, radius, (x, y) => Math.hypot(x - 200, y - 220) < 99);
      const after = maskOf(prepare(toned.image), mid, corner);
      expect(differing(before, after)).toBeLessThan(0.01 * areaOf(before));
    }
  });

  it('changes it by less than 2 % when 6 px of the outline go', () => {
    const before = maskOf(prepare(scene().image), mid, corner);
    const open = scene().paint((x, y) => Math.hypot(x - 300, y - 220) < 8 && Math.abs(y - 220) < 3, 255);
    expect(differing(before, maskOf(prepare(open.image), mid, corner))).toBeLessThan(0.02 * areaOf(before));
  });

  it('leaves lines of a toned figure and none of the tone', () => {
    const isIn = (x: number, y: number): boolean => Math.hypot(x - 200, y - 220) < 99;
    const toned = scene().dots(8, 2.4, isIn);
    const linesIn = (page: PreparedPage): number =>
      page.line.filter(
        (value, i) => value === 1 && Math.hypot((i % 400) - 200, Math.floor(i / 400) - 160) < 25,
      ).length;
    expect(linesIn(prepare(toned.image))).toBe(0);
    expect(linesIn(prepare(toned.image, { toneRemoval: false }))).toBeGreaterThan(100);
  });

  it('makes a solid black a region of its own, with its border inside the ink', () => {
    const page = prepare(scene().paint((x, y) => Math.hypot(x - 200, y - 220) < 99).image);
    const mask = maskOf(page, [200, 220], corner);
    expect(Math.abs(areaOf(mask) / (Math.PI * 100 * 100) - 1)).toBeLessThan(0.06);
  });

  it('finds the margin for a background', () => {
    const { regions } = prepare(scene().image);
    const at = (x: number, y: number): number => regions.labels[y * regions.width + x]!;
    expect(regions.background[at(5, 5)]).toBeGreaterThan(0);
    expect(regions.background[at(60, 330)]).toBe(0);
  });

  it('knows colour pages and cuts along their edges without any line', () => {
    const image = scene().image;
    for (let i = 0; i < 400 * 400; i++) {
      const isIn = Math.hypot((i % 400) - 200, Math.floor(i / 400) - 220) < 100;
      image.data.set(isIn ? [210, 120, 120] : [110, 165, 150], 4 * i);
    }
    const page = prepare(image);
    expectSound(page);
    expect(page.colour).toBe(true);
    const truth = sheet(400, 400, 0).paint((x, y) => Math.hypot(x - 200, y - 220) < 100, 1).data;
    expect(differing(maskOf(page, mid, corner), truth)).toBeLessThan(0.02 * areaOf(truth));
  });

  it('stops often', () => {
    const steps = [...preparePage(scene().image)];
    expect(steps.length).toBeGreaterThan(20);
    expect(steps.toSorted((a, b) => a - b)).toEqual(steps);
    expect(steps.at(-1)).toBeLessThanOrEqual(1);
  });
});

describe('odd pages', () => {
  it.each<[string, Sheet]>([
    ['blank', sheet(70, 50)],
    ['black', sheet(70, 50, 0)],
    ['grey', sheet(70, 50, 128)],
    ['one pixel', sheet(1, 1)],
    ['one black pixel', sheet(1, 1, 0)],
    ['one column', sheet(1, 30_000).paint((_, y) => y % 100 < 3)],
    ['one row', sheet(30_000, 1).paint((x) => x % 100 < 3)],
    ['noise', sheet(90, 90).paint((x, y) => ((x * 7919 + y * 104_729) >> 3) % 3 === 0)],
    ['checks', sheet(64, 64).paint((x, y) => (x + y) % 2 === 0)],
  ])('are defined: %s', (_, page) => {
    for (const scale of [1, 2, 4] as const) expectSound(prepare(page.image, { scale, closeGaps: 9 }));
    expectSound(prepare(page.image));
  });

  it('lie over white where they are transparent', () => {
    const { image } = sheet(40, 40, 0);
    for (let i = 3; i < image.data.length; i += 4) image.data[i] = 0;
    expect(prepare(image).line.includes(1)).toBe(false);
  });

  it('are refused without pixels', () => {
    const empty = { width: 0, height: 5, data: new Uint8ClampedArray() };
    const short = { width: 4, height: 4, data: new Uint8ClampedArray(60) };
    for (const image of [empty, short]) expect(() => prepare(image)).toThrow(RangeError);
  });
});
