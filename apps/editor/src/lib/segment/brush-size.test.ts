import { describe, expect, it } from 'vitest';
import { brushSize, shareOfBrush } from './brush-size.ts';

const SCREEN = { width: 1000, height: 900 };
const PAGE = { width: 2048, height: 3000 };

describe('the brush', () => {
  it('is a share of the page, and large enough to be seen where the whole page is', () => {
    // The page is shown at 836 / 3000, at which 12 px are 43 of the page.
    expect(brushSize(0, PAGE, SCREEN)).toBe(43);
    expect(brushSize(0, PAGE, { width: 4000, height: 4000 })).toBe(27);
    expect(brushSize(0, { width: 400, height: 300 }, SCREEN)).toBe(12);
  });

  it('is as large on another page as somebody has chosen it, in proportion', () => {
    const share = shareOfBrush(60, PAGE);
    expect(brushSize(share, PAGE, SCREEN)).toBe(60);
    expect(brushSize(share, { width: 500, height: 1500 }, SCREEN)).toBe(30);
    expect(brushSize(share, { width: 10, height: 10 }, SCREEN)).toBe(1);
    expect(brushSize(shareOfBrush(500, { width: 10, height: 10 }), PAGE, SCREEN)).toBe(500);
  });

  it('has a size while nothing is open', () => {
    expect(brushSize(0, undefined, SCREEN)).toBeGreaterThan(0);
  });
});
