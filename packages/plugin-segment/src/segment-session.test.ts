import type { MaskOutput, Stroke } from '@koma/core/plugin';
import { createImage } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import { drawn, ring, stroke, twoHeads } from './drawn-page.test-helper.ts';
import { endless, openSession, segmentRunner } from './open-session.test-helper.ts';

const LEFT = stroke('fg', 3, [50.5, 50.5], [55.5, 70.5]);
const RIGHT = stroke('bg', 3, [115.5, 50.5], [115.5, 70.5]);

/** Where a label is: how many pixels. */
const count = (labels: Uint8Array, label: number) =>
  labels.reduce((sum, own) => sum + (own === label ? 1 : 0), 0);

describe('A session of the segmentation', () => {
  it('finds a head by one stroke, refines its border at rest, and gives it to a correction', async () => {
    const page = await openSession(twoHeads());
    const first = await page.draw([LEFT]);
    expect(first).toMatchObject({ names: ['fg'], sharpness: 'full' });
    expect([page.at(60, 60), page.at(20, 20), page.at(1, 1)]).toEqual([1, 0, 0]);
    const refined = await page.rest();
    expect(refined.leaks).toBeDefined();
    // The head is a disc of radius 30, half of whose line is 1.5 px wide.
    const area = count(page.labels, 1);
    await page.draw([LEFT, RIGHT]);
    expect([page.at(60, 60), page.at(115, 60)]).toEqual([1, 0]);
    expect(area).toBeGreaterThan(Math.PI * 28 ** 2 * 0.8);
    page.session.close();
  });

  it('updates while a stroke is drawn, each patch being what differs', async () => {
    const page = await openSession(twoHeads());
    for (let length = 1; length <= 6; length++) {
      const points = Array.from({ length }, (_, i) => [50.5 + 12 * i, 60.5] as const);
      await page.draw([RIGHT, { ...LEFT, points }]);
    }
    // Nothing new is nothing to send.
    const points = Array.from({ length: 6 }, (_, i) => [50.5 + 12 * i, 60.5] as const);
    await page.rest();
    expect((await page.draw([RIGHT, { ...LEFT, points }])).patch).toBeUndefined();
    const fresh = await openSession(twoHeads());
    await fresh.draw([RIGHT, { ...LEFT, points }]);
    await fresh.rest();
    expect(page.labels).toEqual(fresh.labels);
  });

  it('gives the identical labels once a stroke is undone, also of another session that never saw it', async () => {
    const undone = await openSession(twoHeads());
    const strokes = [LEFT, RIGHT];
    await undone.draw(strokes);
    await undone.rest();
    const before = undone.labels.slice();
    const more: Stroke[] = [
      stroke('fg', 5, [108.5, 40.5], [108.5, 80.5]),
      stroke('erase', 6, [52.5, 60.5]),
      { ...stroke('bg', 2, [60.5, 60.5]), hard: true },
      stroke('hair', 4, [70.5, 45.5]),
      stroke('edge', 1, [60.5, 20.5], [60.5, 100.5]),
      { label: 'bg', radius: 1, shape: 'outside', points: [[30, 30], [130, 30], [130, 90], [30, 90]] }, // prettier-ignore
    ];
    for (const extra of more) {
      await undone.draw([...strokes, extra]);
      if (extra === more[1]) await undone.rest();
      await undone.draw(strokes);
    }
    await undone.rest();
    expect(undone.labels).toEqual(before);
    const fresh = await openSession(twoHeads());
    await fresh.draw(strokes);
    await fresh.rest();
    expect(fresh.labels).toEqual(before);
    const masks = await Promise.all(
      [undone, fresh].map(({ session }) => session.commit({ strokes }, {}, endless, ['mask'])),
    );
    expect(masks[0]).toEqual(masks[1]);
  });

  it('commits what the operation gives for the same strokes, as often as asked', async () => {
    const image = twoHeads();
    const strokes = [LEFT, RIGHT, stroke('body', 3, [108.5, 60.5])];
    const page = await openSession(image);
    await page.draw([LEFT]);
    const params = { owner: 'ridge', feather: 2, grow: 1 };
    const committed = await page.session.commit({ strokes }, params, endless);
    expect(await page.session.commit({ strokes }, params, endless)).toEqual(committed);
    const listener = { progress: () => {}, preview: () => {}, backend: () => {} };
    const run = await segmentRunner().run(
      'segment',
      { image: { image }, strokes: { strokes } },
      params,
      listener,
      endless,
    );
    expect(committed).toEqual(run);
    expect(Object.keys(run)).toEqual(['mask', 'masks', 'cutout', 'layers']);
  });

  it('answers anew where the page is looked at in another way, and goes back', async () => {
    const page = await openSession(twoHeads());
    await page.draw([LEFT, RIGHT]);
    await page.rest();
    const before = page.labels.slice();
    await page.draw([LEFT, RIGHT], { toneRemoval: false, closeGaps: 10 });
    await page.rest();
    await page.draw([LEFT, RIGHT], {});
    await page.rest();
    expect(page.labels).toEqual(before);
  });

  it('looks at a large page in a quarter of its size first, then in full', async () => {
    const image = drawn(1200, 900, ring(600, 450, 200, 6));
    const page = await openSession(image);
    // Hard strokes that reach across the line, into what belongs to the other.
    const hard = (own: Stroke): Stroke => ({ ...own, hard: true });
    const strokes = [
      hard(stroke('fg', 10, [600, 400], [600, 500], [380, 450])),
      hard(stroke('bg', 10, [50, 50], [50, 850], [550, 640])),
    ];
    expect((await page.draw(strokes)).sharpness).toBe('quick');
    expect([page.at(600, 450), page.at(20, 20)]).toEqual([1, 0]);
    await page.rest();
    expect(page.pushed.map(({ sharpness }) => sharpness)).toEqual(['full', 'refined']);
    expect(count(page.labels, 1) / (Math.PI * 200 ** 2)).toBeCloseTo(1, 1);
    // What was drawn while there was only the reduced picture comes to the same.
    const later = await openSession(image);
    await later.rest();
    await later.draw(strokes);
    await later.rest();
    expect(later.labels).toEqual(page.labels);
    expect([page.at(380, 450), page.at(550, 640)]).toEqual([1, 0]);
    page.session.close();
  });

  it('stops preparing when it is closed, and a commit by its signal', async () => {
    const image = drawn(1200, 900, ring(600, 450, 200, 6));
    const page = await openSession(image);
    const stop = new AbortController();
    const commit = page.session.commit({ strokes: [LEFT] }, {}, stop.signal);
    setTimeout(() => stop.abort(), 5);
    await expect(commit).rejects.toMatchObject({ name: 'AbortError' });
    page.session.close();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(page.pushed).toEqual([]);
  });
});

describe('A session, of what strokes can be', () => {
  it('keeps the label of all that is under hard strokes, also of several in one region', async () => {
    const page = await openSession(twoHeads());
    const hard = (label: string, x: number): Stroke => ({
      ...stroke(label, 4, [x, 50.5], [x, 70.5]),
      hard: true,
    });
    const strokes = [hard('fg', 45.5), hard('bg', 60.5), hard('hair', 72.5)];
    await page.draw(strokes);
    const check = (): void => {
      for (let y = 50; y <= 70; y++)
        for (const [i, x] of [45, 60, 72].entries())
          for (const dx of [-3, 0, 3]) expect(page.at(x + dx, y)).toBe([1, 0, 2][i]);
    };
    check();
    await page.rest();
    check();
  });

  it('lets a correction have its way against a longer stroke', async () => {
    const page = await openSession(twoHeads());
    const long = stroke('fg', 5, [40.5, 60.5], [80.5, 60.5]);
    await page.draw([long, stroke('bg', 2, [60.5, 80.5])]);
    expect([page.at(60, 60), page.at(60, 80)]).toEqual([1, 0]);
  });

  it('divides a region along a border drawn by hand', async () => {
    const page = await openSession(drawn(160, 120, ring(80, 60, 50, 4)));
    const sides = [stroke('fg', 3, [60.5, 60.5]), stroke('bg', 3, [100.5, 60.5])];
    await page.draw([...sides, stroke('edge', 1, [72.5, -5], [72.5, 130])]);
    await page.rest();
    for (let y = 40; y <= 80; y++)
      expect([page.at(50, y), page.at(70, y), page.at(75, y), page.at(110, y)]).toEqual([1, 1, 0, 0]);
  });

  it.each<[string, Stroke[]]>([
    ['no strokes', []],
    ['background only', [RIGHT]],
    ['nothing but an eraser', [stroke('erase', 9, [60, 60])]],
    ['strokes outside the page', [stroke('fg', 3, [-50, -50], [-90, 400])]],
  ])('marks nothing by %s', async (_what, strokes) => {
    const page = await openSession(twoHeads());
    await page.draw([LEFT]);
    await page.draw(strokes);
    expect(count(page.labels, 0)).toBe(page.labels.length);
    await page.rest();
    expect(count(page.labels, 0)).toBe(page.labels.length);
    await expect(page.session.commit({ strokes }, {}, endless)).rejects.toMatchObject({
      code: expect.stringMatching(/^STROKES_(MISSING|OUTSIDE)$/),
    });
  });

  it('takes strokes over the same place by their order', async () => {
    const page = await openSession(twoHeads());
    await page.draw([LEFT, { ...LEFT, label: 'bg' }]);
    expect(page.at(60, 60)).toBe(0);
    await page.draw([{ ...LEFT, label: 'bg' }, LEFT]);
    expect(page.at(60, 60)).toBe(1);
    await page.draw([
      { ...LEFT, label: 'bg' },
      { ...LEFT, label: 'erase' },
      LEFT,
      { ...LEFT, label: 'erase' },
    ]);
    expect(count(page.labels, 1)).toBe(0);
  });
});

describe('A session, of what pages can be', () => {
  const mid = stroke('fg', 2, [10.5, 10.5], [20.5, 20.5]);
  const far = stroke('bg', 2, [35.5, 25.5]);
  const transparent = createImage(40, 30);
  const half = drawn(40, 30, () => 255);
  for (let at = 3; at < half.data.length; at += 4) half.data[at] = at % 160 < 80 ? 0 : 128;

  it.each([
    ['blank', drawn(40, 30, () => 255)],
    ['black', drawn(40, 30, () => 0)],
    ['transparent', transparent],
    ['half transparent', half],
    ['noise', drawn(40, 30, (x, y) => ((x * 7919 + y * 104_729) * 2_654_435_761) % 256)],
  ])('answers on a page that is %s', async (_what, image) => {
    const page = await openSession(image);
    await page.draw([mid]);
    expect(page.at(15, 15)).toBe(1);
    await page.draw([mid, far]);
    await page.rest();
    expect([page.at(15, 15), page.at(35, 25)]).toEqual([1, 0]);
    const { mask } = await page.session.commit({ strokes: [mid, far] }, {}, endless, [
      'mask',
      'cutout',
      'layers',
    ]);
    expect((mask as MaskOutput).data[15 * 40 + 15]).toBe(255);
  });

  it('answers on a page of one pixel', async () => {
    const page = await openSession(drawn(1, 1, () => 255));
    await page.draw([stroke('fg', 0.1, [0.5, 0.5])]);
    expect(page.at(0, 0)).toBe(1);
    const outputs = await page.session.commit(
      { strokes: [stroke('fg', 9, [0, 0])] },
      { feather: 3 },
      endless,
    );
    expect(outputs['mask']).toMatchObject({ width: 1, height: 1 });
  });
});
