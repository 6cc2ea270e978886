import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { contentBounds } from './content-bounds.ts';
import { GLYPHS } from './glyphs.ts';
import { layoutSheet, type LayoutOptions } from './layout.ts';
import { Sheet } from './sheet.ts';
import { shrink } from './shrink.ts';
import { drawText, fitText, textWidth } from './text.ts';

describe('the font', () => {
  it('has every letter of ASCII, each unlike the others', () => {
    const letters = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
    for (const letter of letters) {
      const rows = GLYPHS[letter]!.split(' ');
      expect([7, 8]).toContain(rows.length);
      expect(rows.every((row) => /^[.#]{5}$/.test(row))).toBe(true);
    }
    expect(new Set(letters.map((letter) => GLYPHS[letter])).size).toBe(95);
  });

  it('writes letters where they belong and boxes for what it does not know', () => {
    // Node has no canvas, so no system font either.
    expect(typeof OffscreenCanvas).toBe('undefined');
    const sheet = new Sheet(22, 8, [255, 255, 255]);
    drawText(sheet, 'I層I', 0, 0, 1, [0, 0, 0]);
    const row = (y: number): string =>
      Array.from({ length: 22 }, (_, x) => (sheet.data[(y * 22 + x) * 3] === 0 ? '#' : '.')).join('');
    expect(row(0)).toBe('.###....#####....###..');
    expect(row(3)).toBe('..#.....#...#.....#...');
  });

  it('takes the canvas for other scripts where there is one', () => {
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        getContext = (): object => ({
          fillText: () => {},
          getImageData: (_x: number, _y: number, width: number, height: number) => ({
            data: new Uint8ClampedArray(width * height * 4).fill(128),
          }),
        });
      },
    );
    onTestFinished(() => void vi.unstubAllGlobals());
    const sheet = new Sheet(20, 12, [255, 255, 255]);
    drawText(sheet, 'あ', 0, 1, 1, [55, 55, 55]);
    expect([...sheet.data.subarray(0, 3)]).toEqual([155, 155, 155]);
    expect([...sheet.data.subarray(9 * 3, 10 * 3)]).toEqual([255, 255, 255]);
  });

  it('cuts what is too long', () => {
    expect(textWidth('abc', 2)).toBe(34);
    expect(fitText('abc', 34, 2)).toBe('abc');
    expect(fitText('abcdef', 34, 2)).toBe('ab…');
    expect(textWidth(fitText('Background of the town', 70, 1), 1)).toBeLessThanOrEqual(70);
    expect(fitText('abc', 3, 1)).toBe('');
  });
});

describe('layoutSheet', () => {
  const options: LayoutOptions = {
    cells: 7,
    pageWidth: 300,
    pageHeight: 400,
    size: 80,
    columns: 3,
    gap: 10,
    labelHeight: 20,
    titleHeight: 30,
  };

  it('puts cells side by side, all of them on the sheet', () => {
    const layout = layoutSheet(options);
    expect([layout.cellWidth, layout.cellHeight]).toEqual([60, 80]);
    expect(layout.cells[4]).toEqual({ x: 80, y: 150 });
    expect([layout.width, layout.height]).toEqual([220, 370]);
  });

  it('chooses columns so that the longer side is as short as it can be', () => {
    for (const cells of [1, 2, 5, 12, 30]) {
      const longer = (columns: number): number => {
        const { width, height } = layoutSheet({ ...options, cells, columns });
        return Math.max(width, height);
      };
      const best = Math.min(...Array.from({ length: cells }, (_, i) => longer(i + 1)));
      expect(longer(0)).toBe(best);
    }
  });
});

describe('shrink', () => {
  const image = { width: 4, height: 2, data: new Uint8ClampedArray(32) };
  image.data.set([200, 0, 0, 255], 0);
  image.data.set([0, 100, 0, 255], 4);
  image.data.set([0, 0, 90, 127], 8);

  it('takes means by area and alpha', () => {
    const small = shrink(image, { x: 0, y: 0, width: 4, height: 2 }, 2, 1);
    // Two of four pixels are there, with half a pixel's colour each.
    expect([...small.data]).toEqual([100, 50, 0, 128, 0, 0, 90, 32]);
  });

  it('has nothing beyond the picture, and all of it at its own size', () => {
    expect(shrink(image, { x: 0, y: 0, width: 4, height: 2 }, 4, 2).data).toEqual(image.data);
    expect(shrink(image, { x: -2, y: 0, width: 4, height: 1 }, 4, 1).data.slice(0, 12)).toEqual(
      Uint8ClampedArray.of(0, 0, 0, 0, 0, 0, 0, 0, 200, 0, 0, 255),
    );
  });
});

it('contentBounds is the part of the page where a layer shows', () => {
  const image = { width: 10, height: 6, data: new Uint8ClampedArray(240) };
  const page = { width: 20, height: 12 };
  expect(contentBounds({ image, x: 3, y: 4 }, page)).toEqual({ x: 0, y: 0, width: 20, height: 12 });
  image.data[(1 * 10 + 2) * 4 + 3] = 9;
  image.data[(5 * 10 + 9) * 4 + 3] = 255;
  expect(contentBounds({ image, x: 3, y: 4 }, page)).toEqual({ x: 5, y: 5, width: 8, height: 5 });
  expect(contentBounds({ image, x: 12, y: 8 }, page)).toEqual({ x: 14, y: 9, width: 1, height: 1 });
});
