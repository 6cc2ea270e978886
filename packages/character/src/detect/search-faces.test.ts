import { beforeAll, expect, test } from 'vitest';
import { drawCharacter } from '../draw-character.ts';
import { finishPainter } from '../output/finish-painter.ts';
import { rasterize } from '../output/rasterize.test-helper.ts';
import { toSvg } from '../output/to-svg.ts';
import { characterPalette } from '../palette/character-palette.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { toGrey, type GreyImage } from './grey-image.ts';
import type { FaceBox } from './group-boxes.ts';
import { searchFaces, type SearchStep } from './search-faces.ts';

/** A hundredth of a page of 20 megapixels, larger than a tile at its own size. */
const [WIDTH, HEIGHT] = [640, 340];
/** Busts: one over the seam of two tiles, one large, small ones in both corners. */
const BUSTS = [
  { seed: 1, x: 8, y: 8, side: 90 },
  { seed: 2, x: 440, y: 20, side: 110 },
  { seed: 4, x: 110, y: 20, side: 310 },
  { seed: 6, x: 540, y: 240, side: 96 },
] as const;
let page: GreyImage;

beforeAll(() => {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const { seed, x, y, side } of BUSTS) {
    const wishes = {
      expression: 'smile',
      finish: 'cel',
      yaw: 0,
      pitch: 0,
      roll: 0,
      glasses: 'none',
    } as const;
    const character = sampleCharacter(seed, { wishes: { ...wishes, hat: 'none', skinColor: 'fair' } });
    const paint = finishPainter(characterPalette(character), character);
    const svg = toSvg(drawCharacter(character), { ...paint, width: side });
    const bust = toGrey(rasterize(svg, side, side), side, side);
    for (let row = 0; row < side; row++)
      data.set(bust.data.subarray(row * side, (row + 1) * side), (y + row) * WIDTH + x);
  }
  page = { width: WIDTH, height: HEIGHT, data };
});

function search(image: GreyImage, minSize: number): { faces: FaceBox[]; steps: SearchStep[] } {
  const steps: SearchStep[] = [];
  const running = searchFaces(image, { minSize });
  let step = running.next();
  for (; !step.done; step = running.next()) steps.push(step.value);
  return { faces: step.value, steps };
}

/** Whether the middle of a box lies in the middle of a bust, about as large as its face. */
const isOf = (box: FaceBox, { x, y, side }: (typeof BUSTS)[number]): boolean => {
  const [cx, cy] = [(box.x + box.width / 2 - x) / side, (box.y + box.height / 2 - y) / side];
  return cx > 0.3 && cx < 0.7 && cy > 0.25 && cy < 0.75 && box.width > side * 0.25 && box.width < side * 0.85;
};

test('finds every face once, whatever its size and wherever tiles meet', () => {
  const { faces } = search(page, 24);
  for (const bust of BUSTS) expect(faces.filter((face) => isOf(face, bust))).toHaveLength(1);
  expect(faces).toHaveLength(BUSTS.length);
});

test('tells of the largest faces first, and of all at the end', () => {
  const { faces, steps } = search(page, 24);
  const told = steps.map((step) => step.faces).filter((each) => each !== undefined);
  const first = told.find((each) => each.length > 0)!;
  expect(first.some((face) => isOf(face, BUSTS[2]))).toBe(true);
  expect(first.some((face) => isOf(face, BUSTS[0]))).toBe(false);
  expect(told.at(-1)).toEqual(faces);
  const fractions = steps.map((step) => step.fraction);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  expect(fractions.at(-1)).toBeCloseTo(1);
});

test('leaves out faces that are smaller than asked for', () => {
  const { faces, steps } = search(page, 90);
  expect(faces.map((face) => BUSTS.findIndex((bust) => isOf(face, bust)))).toEqual([2]);
  expect(steps.length).toBeLessThan(search(page, 24).steps.length);
});

test('a sheet without faces gives none, one smaller than the window has no steps', () => {
  const blank = (width: number, height: number): GreyImage => ({
    width,
    height,
    data: new Uint8Array(width * height).fill(200),
  });
  expect(search(blank(700, 60), 24).faces).toEqual([]);
  expect(search(blank(700, 20), 24)).toEqual({ faces: [], steps: [] });
});
