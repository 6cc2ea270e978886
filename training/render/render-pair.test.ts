import {
  characterPalette,
  defaultCharacter,
  drawCharacter,
  partClasses,
  sampleCharacter,
  truthPictures,
  type Drawing,
  type Part,
  type Rasterize,
  type Shape,
} from '@koma/character';
import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { blankRecord, STRIDE } from './record-pixels.ts';
import { plane } from './record-plane.test-helper.ts';
import { renderPair, writeTarget } from './render-pair.ts';

const SIZE = 128;

/** Straight RGBA of SVG text. */
const rasterize: Rasterize = (svg) => {
  const pixels = new Uint8ClampedArray(new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels);
  for (let p = 0; p < pixels.length; p += 4)
    for (let c = 0; c < 3; c++) pixels[p + c] = (pixels[p + c]! * 255) / Math.max(1, pixels[p + 3]!);
  return pixels;
};

/** The pixels for which something holds. */
const count = (length: number, holds: (pixel: number) => boolean): number =>
  Array.from({ length }, (_, i) => i).filter(holds).length;

const busts = [3, 11, 26].map((seed) =>
  sampleCharacter(seed, {
    spread: 'balanced',
    wishes: { framing: 'bust', background: 'none', finish: 'cel' },
  }),
);

test.each(busts)('a bust has the line art, parts and figure of its truth: seed $seed', (character) => {
  const record = renderPair({ target: character, style: character }, SIZE);
  const truth = truthPictures(drawCharacter(character), characterPalette(character), SIZE, rasterize);
  const line = plane(record, 'line');
  expect(plane(record, 'part')).toEqual(truth.parts);
  expect(plane(record, 'stylePart')).toEqual(truth.parts);
  expect(count(line.length, (i) => line[i]! < 128)).toBeGreaterThan(300);
  expect(count(line.length, (i) => Math.abs(line[i]! - truth.lineArt[i]!) > 1)).toBe(0);
  const painted = plane(record, 'painted');
  // Coverages of neighbouring shapes join a little otherwise where edges meet.
  expect(count(line.length, (i) => Math.abs(painted[i]! - truth.figure[i]!) > 72)).toBe(0);
  expect(count(line.length, (i) => Math.abs(painted[i]! - truth.figure[i]!) > 24)).toBeLessThan(
    line.length * 0.01,
  );
});

test.each(['cel', 'soft'] as const)('the colours are the picture without its lines: %s', (finish) => {
  for (const background of ['none', 'sky'] as const) {
    const character = sampleCharacter(5, { wishes: { framing: 'bust', finish, background } });
    const record = renderPair({ target: character, style: character }, SIZE);
    let paper = 0;
    let [inked, lighter] = [0, 0];
    for (let p = 0; p < record.length; p += STRIDE) {
      const difference = Math.max(...[1, 2, 3].map((c) => Math.abs(record[p + c]! - record[p + c + 5]!)));
      if (record[p] === 255) {
        paper++;
        expect(difference).toBeLessThanOrEqual(2);
      } else if (record[p] === 0) {
        inked++;
        if (difference > 40) lighter++;
      }
    }
    expect(paper).toBeGreaterThan(SIZE * SIZE * 0.5);
    expect(lighter / inked).toBeGreaterThan(0.6);
  }
});

test('the style picture is on its background, and without one on white', () => {
  const target = sampleCharacter(1, { wishes: { framing: 'bust', background: 'none' } });
  const corner = (background: string): number[] => {
    const style = { ...target, background: 'plain', backgroundColor: background } as const;
    return [...renderPair({ target, style }, SIZE).subarray(6, 9)];
  };
  expect(corner('#336699')).toEqual([0x33, 0x66, 0x99]);
  expect([...renderPair({ target, style: target }, SIZE).subarray(6, 9)]).toEqual([255, 255, 255]);
});

test('the same pair has the same bytes', () => {
  const [target, style] = busts as [(typeof busts)[0], (typeof busts)[0]];
  expect(renderPair({ target, style }, 64)).toEqual(renderPair({ target, style }, 64));
  expect(renderPair({ target, style }, 64)).not.toEqual(renderPair({ target: style, style: target }, 64));
});

test('a tall picture has white paper on both sides, whatever its background', () => {
  const character = sampleCharacter(2, {
    wishes: { framing: 'full', background: 'plain', backgroundColor: 'night' },
  });
  const record = renderPair({ target: character, style: character }, 96);
  const paper = [...blankRecord(1)];
  for (let y = 0; y < 96; y++)
    for (const x of [0, 15, 80, 95]) {
      const at = (y * 96 + x) * STRIDE;
      expect([...record.subarray(at, at + STRIDE)]).toEqual(paper);
    }
  // 512 x 768 is 64 x 96: the ground begins at column 16.
  for (const x of [16, 79]) expect(record[x * STRIDE + 1]).toBeLessThan(128);
});

const shape = (role: Shape['role'], material: Shape['material'], path: string): Shape => ({
  role,
  material,
  tone: role === 'line' ? 'line' : 'flat',
  path,
  opacity: 1,
});
const box = (left: number, top: number, right: number, bottom: number): string =>
  `M${left} ${top}L${right} ${top}L${right} ${bottom}L${left} ${bottom}Z`;

/** A red box with a line across it, 8 to 24 of 32 x 64, before a ground with or without a line. */
function boxes(groundLine: boolean): Drawing {
  const ground: Part = {
    name: 'background',
    depth: 0,
    shapes: [
      shape('flat', 'ground', box(0, 0, 32, 64)),
      ...(groundLine ? [shape('line', 'ground', box(0, 56, 32, 60))] : []),
    ],
  };
  const top: Part = {
    name: 'top',
    depth: 1,
    shapes: [shape('flat', 'cloth', box(8, 8, 24, 24)), shape('line', 'cloth', box(4, 14, 24, 18))],
  };
  return { width: 32, height: 64, parts: [ground, top], keyPoints: {} };
}

const boxColours = {
  ...defaultCharacter(1),
  year: 0,
  finish: 'cel',
  outfitColor: '#cc2233',
  backgroundColor: '#88aacc',
} as const;

function writeBoxes(groundLine: boolean): (x: number, y: number) => number[] {
  const record = blankRecord(64);
  writeTarget(record, boxes(groundLine), boxColours, 64);
  // The drawing is 32 wide, in the middle of 64.
  return (x, y) => {
    const at = (y * 64 + x + 16) * STRIDE;
    return [...record.subarray(at, at + 6)];
  };
}

test('fills reach under lines; painted is the figure with its lines', () => {
  const at = writeBoxes(false);
  const part = partClasses.indexOf('top');
  expect(at(10, 10)).toEqual([255, 0xcc, 0x22, 0x33, 255, part]);
  expect(at(10, 16)).toEqual([0, 0xcc, 0x22, 0x33, 255, part]);
  // The line's end outside of the box.
  expect(at(5, 16)).toEqual([0, 0x88, 0xaa, 0xcc, 255, part]);
  expect(at(2, 58)).toEqual([255, 0x88, 0xaa, 0xcc, 0, 0]);
  expect(at(-1, 58)).toEqual([255, 255, 255, 255, 0, 0]);
});

test('where the background is drawn with ink, all of the picture is painted', () => {
  const at = writeBoxes(true);
  expect(at(10, 10).slice(0, 5)).toEqual([255, 0xcc, 0x22, 0x33, 255]);
  expect(at(2, 58)).toEqual([0, 0x88, 0xaa, 0xcc, 255, 0]);
  expect(at(2, 40)).toEqual([255, 0x88, 0xaa, 0xcc, 255, 0]);
  // Not the paper beside it.
  expect(at(-1, 58)).toEqual([255, 255, 255, 255, 0, 0]);
});
