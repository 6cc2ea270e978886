import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matte } from './matte.ts';
import { DEFAULT_MATTE, matteReach, type LineOwner, type MatteOptions } from './matte-options.ts';
import {
  BLACK,
  WHITE,
  disc,
  dots,
  drawScene,
  edgeError,
  ellipse,
  grey,
  greyOf,
  labelsOf,
  plain,
  polygon,
  trueCoverage,
  type Scene,
} from './scenes.test-helper.ts';

const SIZE = { width: 72, height: 60 };
const egg = ellipse(36, 30, 24, 16, 0.4);
const star = polygon([8, 12], [30, 22], [60, 8], [46, 28], [66, 48], [38, 40], [26, 55], [24, 38], [6, 36]);
const onPaper: Scene = { ...SIZE, shape: egg, line: 3, ink: BLACK, fill: plain(WHITE), ground: plain(WHITE) };
const inTone: Scene = { ...onPaper, ground: dots(8, 1.7) };

function matteOf(
  scene: Scene,
  options: Partial<MatteOptions> = {},
  border = 0,
  inColour = false,
): Uint8Array {
  const picture = drawScene(scene);
  const page = { x: 0, y: 0, width: scene.width, height: scene.height };
  const settings = { ...DEFAULT_MATTE, lineWidth: scene.line || 3, ...options };
  const image = inColour ? picture : undefined;
  return matte(greyOf(picture), image, labelsOf(scene, border), page, settings);
}

function errorOf(scene: Scene, owner: LineOwner, border = 0, inColour = false) {
  return edgeError(matteOf(scene, { owner }, border, inColour), trueCoverage(scene, owner));
}

/** A page's own black line, not part of the scene. */
function withLine(scene: Scene, inLine: (x: number, y: number) => boolean): Scene {
  return { ...scene, ground: (x, y) => (inLine(x, y) ? BLACK : scene.ground(x, y)) };
}

describe('matte, against the coverage that the picture was drawn with', () => {
  it.each([
    ['an egg', egg],
    ['a star', star],
  ])('gives the whole outline of %s to the subject, wherever in it the labels end', (_, shape) => {
    for (const border of [-1.5, 0, 1.5]) {
      const { mean, most } = errorOf({ ...onPaper, shape }, 'subject', border);
      expect(mean).toBeLessThan(5);
      expect(most).toBeLessThan(30);
    }
  });

  it('leaves the whole outline to the background', () => {
    for (const border of [-1.5, 0, 1.5]) {
      const { mean, most } = errorOf(onPaper, 'background', border);
      expect(mean).toBeLessThan(6);
      expect(most).toBeLessThan(40);
    }
  });

  it('splits the outline within a quarter of a pixel of its middle', () => {
    for (const border of [-1.5, 0, 1.5])
      expect(errorOf(onPaper, 'ridge', border).mean).toBeLessThan(0.25 * 255);
  });

  it('does as well with thick lines, and nearly so with thin ones', () => {
    expect(errorOf({ ...onPaper, line: 5 }, 'subject').mean).toBeLessThan(4);
    const thin = errorOf({ ...onPaper, line: 1.5 }, 'subject');
    expect(thin.mean).toBeLessThan(20);
    expect(thin.most).toBeLessThan(100);
  });

  it('finds the edge between colours, with a line and without', () => {
    const skin = plain([250, 215, 190]);
    const coloured = { ...onPaper, fill: skin, ground: plain([90, 140, 230]) };
    expect(errorOf(coloured, 'subject', 0, true).mean).toBeLessThan(8);
    expect(errorOf({ ...coloured, line: 0 }, 'subject', 0, true).mean).toBeLessThan(20);
    expect(errorOf({ ...coloured, fill: plain(grey(220)), line: 0 }, 'subject', 0, true).mean).toBeLessThan(
      20,
    );
  });

  it('gives a coloured outline to the subject on a ground that is hardly lighter', () => {
    const drawn: Scene = { ...onPaper, line: 6, ink: [110, 70, 60], fill: plain([255, 226, 210]) };
    for (const border of [-2, 0, 2]) {
      const { mean } = errorOf({ ...drawn, ground: plain([70, 143, 146]) }, 'subject', border, true);
      // Without the colours half of the line is lost, and it is 130 to 200.
      expect(mean).toBeLessThan(25);
    }
  });

  it('does not pull in a tone that touches the outline', () => {
    const { mean } = errorOf(inTone, 'subject');
    expect(mean).toBeLessThan(0.2 * 255);
    const got = matteOf(inTone);
    const truth = trueCoverage(inTone, 'subject');
    const beyond = trueCoverage({ ...inTone, line: 6 }, 'subject');
    // Nothing farther out than a pixel and a half, and the outline without holes.
    got.forEach((value, at) => {
      if (beyond[at] === 0) expect(value).toBe(0);
      if (truth[at] === 255) expect(value).toBeGreaterThan(100);
    });
  });

  it('follows the labels where a tone ends without an outline', () => {
    const bare = { ...inTone, line: 0 };
    expect(errorOf(bare, 'subject').mean).toBeLessThan(0.2 * 255);
    expect(errorOf({ ...bare, fill: bare.ground, ground: plain(WHITE) }, 'subject').mean).toBeLessThan(
      0.2 * 255,
    );
  });
});

describe('matte and what is attached to the outline', () => {
  const round: Scene = { ...onPaper, width: 96, height: 80, shape: disc(36, 40, 20) };
  const at = (mask: Uint8Array, x: number, y: number): number => mask[y * round.width + x]!;

  it('keeps a hair that ends soon', () => {
    const hair = withLine(round, (x, y) => x > 54 && x < 74 && Math.abs(y - 40) < 1);
    const mask = matteOf(hair);
    for (const x of [58, 64, 70]) expect(at(mask, x, 40)).toBe(255);
    expect(at(mask, 64, 43)).toBe(0);
    expect(at(mask, 78, 40)).toBe(0);
    expect(at(matteOf(hair, { owner: 'background' }), 64, 40)).toBe(0);
  });

  it('does not follow a line that leads on', () => {
    const horizon = withLine(round, (x, y) => x > 54 && Math.abs(y - 40) < 1);
    const mask = matteOf(horizon);
    for (const x of [61, 64, 70, 90]) expect(at(mask, x, 40)).toBe(0);
  });

  it('keeps an outline of its usual width where it has run into black', () => {
    const night = { ...round, ground: plain(BLACK) };
    const mask = matteOf(night);
    expect(at(mask, 57, 40)).toBeGreaterThan(0);
    expect(at(mask, 60, 40)).toBe(0);
  });
});

describe('matte, exactly', () => {
  it('is 255 inside and 0 outside away from the line, without holes or specks', () => {
    for (const scene of [onPaper, inTone, { ...onPaper, fill: dots(7, 1.4) }])
      for (const owner of ['subject', 'background', 'ridge'] as const) {
        const mask = matteOf(scene, { owner });
        const near = labelsOf(scene, 3.5);
        const inside = labelsOf(scene, -3.5);
        mask.forEach((value, at) => {
          if (inside[at] === 1) expect(value).toBe(255);
          if (near[at] === 0) expect(value).toBe(0);
        });
      }
  });

  it('is the same however the page is divided', () => {
    const picture = greyOf(drawScene({ ...inTone, fill: dots(7, 1.4) }));
    const labels = labelsOf(inTone);
    const options = fc.record({
      owner: fc.constantFrom('subject' as const, 'background' as const, 'ridge' as const),
      feather: fc.constantFrom(0, 0, 3.5),
      featherDirection: fc.constantFrom('in' as const, 'out' as const, 'centre' as const),
      grow: fc.constantFrom(0, 0, -2.5, 1.5),
      smooth: fc.constantFrom(0, 1.3),
      lineWidth: fc.constantFrom(1, 3),
    });
    const rects = fc.tuple(
      fc.nat(60),
      fc.nat(48),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 30 }),
    );
    fc.assert(
      fc.property(options, rects, (settings, [x, y, w, h]) => {
        const rect = { x, y, width: Math.min(w, SIZE.width - x), height: Math.min(h, SIZE.height - y) };
        const whole = matte(picture, undefined, labels, { x: 0, y: 0, ...SIZE }, settings);
        const part = matte(picture, undefined, labels, rect, settings);
        const expected = part.map(
          (_, i) => whole[(y + Math.floor(i / rect.width)) * SIZE.width + x + (i % rect.width)]!,
        );
        expect(part).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });

  it('depends on labels within its reach only', () => {
    const width = 420;
    const page = { width, height: 24, data: new Uint8Array(24 * width).fill(255) };
    for (let y = 0; y < 24; y++) for (const x of [40, 41, 42, 90]) page.data[y * width + x] = 0;
    const labels = Uint8Array.from({ length: 24 * width }, (_, i) => (i % width < 41 ? 1 : 0));
    const options = { ...DEFAULT_MATTE, grow: 1.5, feather: 4, smooth: 1 };
    const rect = { x: 0, y: 0, width: 60, height: 24 };
    const before = matte(page, undefined, labels, rect, options);
    const far = 60 + matteReach(options);
    expect(far).toBeLessThan(width);
    labels.forEach((_, i) => {
      if (i % width >= far) labels[i] = i % 2;
    });
    expect(matte(page, undefined, labels, rect, options)).toEqual(before);
  });

  it('lets a subject leave the page without an edge there', () => {
    const leaving: Scene = { ...onPaper, shape: disc(0, 30, 24) };
    const mask = matteOf(leaving, { feather: 3, grow: -1, smooth: 1 });
    for (let y = 20; y < 40; y++) expect(mask[y * SIZE.width]).toBe(255);
  });

  it('is all or nothing where the labels are', () => {
    const page = greyOf(drawScene(inTone));
    const rect = { x: 0, y: 0, ...SIZE };
    const none = new Uint8Array(page.data.length);
    expect(matte(page, undefined, none, rect, DEFAULT_MATTE)).toEqual(none);
    const all = matte(
      page,
      undefined,
      none.map(() => 1),
      rect,
      { ...DEFAULT_MATTE, grow: -3, feather: 9 },
    );
    expect(all.every((value) => value === 255)).toBe(true);
  });

  it('works on a page of one pixel', () => {
    const page = { width: 1, height: 1, data: Uint8Array.of(9) };
    expect([
      ...matte(page, undefined, Uint8Array.of(1), { x: 0, y: 0, width: 1, height: 1 }, DEFAULT_MATTE),
    ]).toEqual([255]);
  });

  it('refuses labels and rectangles that do not fit', () => {
    const page = greyOf(drawScene(onPaper));
    const rect = { x: 0, y: 0, ...SIZE };
    expect(() => matte(page, undefined, new Uint8Array(3), rect, DEFAULT_MATTE)).toThrow(RangeError);
    expect(() => matte(page, undefined, labelsOf(onPaper), { ...rect, x: 1 }, DEFAULT_MATTE)).toThrow(
      RangeError,
    );
    const other = { width: 1, height: 1, data: new Uint8ClampedArray(4) };
    expect(() => matte(page, other, labelsOf(onPaper), rect, DEFAULT_MATTE)).toThrow(RangeError);
  });
});
