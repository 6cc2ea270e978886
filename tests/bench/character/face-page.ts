import { sampleCharacter } from '@koma/character';
import { createImage, type RasterImage } from '@koma/core/raster';
import { bustSvg, pixelsOf } from './render-bust.ts';

/** Where a bust was pasted: its upper left corner and its side, pixels. */
export interface Pasted {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** A page and the busts on it. */
export interface FacePage {
  readonly image: RasterImage;
  readonly busts: readonly Pasted[];
}

/** Where the seeds of the busts begin; no other row draws these. */
const SEED = 800_000;
/** Pixels between neighbours. */
const GUTTER = 40;
/** Sides of the busts of one row of panels, from the splash to the crowd; rows follow each other as they fit. */
const ROW_SIDES: readonly number[] = [1500, 300, 700, 160, 1000, 220, 450, 130];

/**
 * A page full of busts of many sizes, in rows, on white paper: what the cascade finds well (neutral, cel, turned by at
 * most 15°), so that what is missed was missed by the search.
 */
export function drawFacePage(width: number, height: number): FacePage {
  const image = createImage(width, height);
  image.data.fill(255);
  const busts: Pasted[] = [];
  let seed = SEED;
  for (let y = GUTTER, row = 0; ; row++) {
    const fitting = ROW_SIDES.filter((side) => y + side + GUTTER <= height && side + 2 * GUTTER <= width);
    if (fitting.length === 0) return { image, busts };
    const side = fitting[row % fitting.length]!;
    for (let x = GUTTER; x + side + GUTTER <= width; x += side + GUTTER) {
      paste(image, seed++, { x, y, side });
      busts.push({ x, y, side });
    }
    y += side + GUTTER;
  }
}

function paste(page: RasterImage, seed: number, { x, y, side }: Pasted): void {
  const wishes = { expression: 'neutral', finish: 'cel', yaw: { low: -15, high: 15 } } as const;
  const pixels = pixelsOf(bustSvg(sampleCharacter(seed, { wishes }), side));
  for (let row = 0; row < side; row++)
    page.data.set(pixels.subarray(row * side * 4, (row + 1) * side * 4), ((y + row) * page.width + x) * 4);
}
