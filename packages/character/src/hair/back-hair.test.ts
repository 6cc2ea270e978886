import { describe, expect, it } from 'vitest';
import { drawHead } from '../head/draw-head.ts';
import { createHeadFrame } from '../head/head-frame.ts';
import { createScene } from '../drawing/scene.ts';
import type { Drawing, Part } from '../drawing/drawing.ts';
import { characterPalette } from '../palette/character-palette.ts';
import { celPainter } from '../output/paint.ts';
import { rasterize } from '../output/rasterize.test-helper.ts';
import { toSvg } from '../output/to-svg.ts';
import { catalogue, type Character } from '../parameters/catalogue.ts';
import { defaultCharacter } from '../parameters/default-character.ts';

const styles = catalogue.backHair.options;
const SIZE = 512;
const tied = [
  'twinTails',
  'lowTwinTails',
  'ponytail',
  'sidePonytail',
  'drills',
  'braid',
  'twinBraids',
  'bun',
  'twinBuns',
] as const;

function head(wishes: Partial<Character>): Part[] {
  const character = { ...defaultCharacter(7), sideLocks: 'none', ...wishes } as Character;
  const scale = SIZE / 444;
  const scene = createScene(character, scale, [222 * scale, 320 * scale]);
  const { yaw, pitch, roll } = character;
  return drawHead(scene, createHeadFrame({ yaw, pitch, roll, origin: scene.place([0, -165]), scale })).parts;
}

const isHair = ({ name }: Part): boolean => name === 'hairBack' || name === 'hairFront';

/** Which pixels of a small picture hair covers. */
function mask(wishes: Partial<Character>): boolean[] {
  const parts = head(wishes)
    .filter(isHair)
    .toSorted((a, b) => a.depth - b.depth);
  const drawing: Drawing = { width: SIZE, height: SIZE, parts, keyPoints: {} };
  const svg = toSvg(drawing, {
    paint: celPainter(characterPalette({ ...defaultCharacter(7), ...wishes } as Character)),
    width: 128,
  });
  const pixels = rasterize(svg, 128, 128);
  return Array.from({ length: 128 * 128 }, (_, i) => pixels[i * 4 + 3]! > 127);
}

const countDifferent = (a: readonly boolean[], b: readonly boolean[]): number =>
  a.reduce((sum, value, i) => sum + (value === b[i] ? 0 : 1), 0);

/** Every number of every path. */
const numbers = (parts: readonly Part[]): number[] =>
  parts.flatMap(({ shapes }) => shapes.flatMap(({ path }) => (path.match(/[^MLCZ\s]+/g) ?? []).map(Number)));

describe('back hair', () => {
  it.each(styles)('%s is finite and near the head at every extreme', (backHair) => {
    for (const yaw of [-40, 0, 40])
      for (const tilt of [-20, 20])
        for (const most of [0, 1]) {
          const parts = head({
            backHair,
            yaw,
            pitch: tilt,
            roll: -tilt,
            hairLength: most,
            hairVolume: most,
            hairWave: 1 - most,
            hairAccent: most === 1 ? 'tips' : 'inner',
            light: most === 1 ? 'left' : 'right',
          });
          for (const value of numbers(parts.filter(isHair))) {
            if (Number.isFinite(value) && value > -400 && value < 1100) continue;
            expect.fail(`${value} at yaw ${yaw}, tilt ${tilt}, ${most}`);
          }
        }
  });

  it('has a silhouette of its own in every style', () => {
    const masks = new Map(styles.map((backHair) => [backHair, mask({ backHair })]));
    for (const [a, first] of masks)
      for (const [b, second] of masks) {
        if (a >= b) continue;
        const hair = first.filter(Boolean).length;
        expect(countDifferent(first, second) / hair, `${a} and ${b}`).toBeGreaterThan(0.02);
      }
  });

  it.each(styles)('%s answers to length and volume', (backHair) => {
    const low = mask({ backHair, hairLength: 0.1 });
    const high = mask({ backHair, hairLength: 0.9 });
    const covered = low.filter(Boolean).length;
    expect(countDifferent(low, high) / covered).toBeGreaterThan(0.008);
    const thin = mask({ backHair, hairVolume: 0.1 });
    const thick = mask({ backHair, hairVolume: 0.9 });
    expect(thick.filter(Boolean).length).toBeGreaterThan(thin.filter(Boolean).length);
  });

  it.each(tied)('%s is held by a tie and leaves no mane', (backHair) => {
    const parts = head({ backHair, ahoge: 'none' }).filter(isHair);
    expect(
      parts
        .flatMap(({ shapes }) => shapes)
        .some(({ material, role }) => material === 'trim' && role === 'flat'),
    ).toBe(true);
    // Beside the jaw of a high style there is nothing.
    if (backHair !== 'twinBuns' && backHair !== 'bun') return;
    const pixels = mask({ backHair });
    const beside = [88, 92, 96].flatMap((y) => [36, 92].map((x) => pixels[y * 128 + x]));
    expect(beside).not.toContain(true);
  });

  it.each(['long', 'hime', 'ponytail', 'braid', 'spiky', 'curly'] as const)(
    '%s shows coloured tips',
    (backHair) => {
      const has = (hairAccent: Character['hairAccent']): boolean =>
        head({ backHair, hairAccent, ahoge: 'none', fringe: 'slicked' }).some(
          ({ name, shapes }) =>
            isHair({ name } as Part) && shapes.some(({ material }) => material === 'hairAccent'),
        );
      expect(has('tips')).toBe(true);
      expect(has('none')).toBe(false);
    },
  );

  it('is the same drawing every time', () => {
    for (const backHair of styles) {
      expect(head({ backHair, yaw: 12 })).toEqual(head({ backHair, yaw: 12 }));
    }
  });

  it('follows the light: the shades of a mane change sides', () => {
    const shades = (light: Character['light']): string =>
      head({ backHair: 'long', light })
        .filter(({ name }) => name === 'hairBack')
        .flatMap(({ shapes }) => shapes.filter(({ role }) => role === 'shade').map(({ path }) => path))
        .join();
    expect(shades('left')).not.toBe(shades('right'));
  });
});
