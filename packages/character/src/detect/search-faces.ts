import { cropGrey } from './crop-grey.ts';
import { faceWindows, groupFaces, type FaceWindow } from './face-windows.ts';
import { equalize, type GreyImage } from './grey-image.ts';
import type { FaceBox } from './group-boxes.ts';
import { halveGrey } from './halve-grey.ts';
import { CASCADE_WINDOW } from './load-cascade.ts';
import { planTiles, type Tile } from './plan-tiles.ts';

/** How a large picture is searched. */
export interface SearchOptions {
  /** The smallest face in pixels, at least the cascade's window of 24. */
  readonly minSize: number;
  /** A face has to be found by more windows than this. Default 5. */
  readonly minNeighbours?: number;
}

/** How far a search is. */
export interface SearchStep {
  /** 0-1, of the work. */
  readonly fraction: number;
  /** The faces so far, largest weight first; absent where they are the same as before. */
  readonly faces?: readonly FaceBox[];
}

const SCALE_FACTOR = 1.1;
/** Sides of a tile, pixels of its level. */
const TILE = 512;
/** Windows in a level are smaller than this, those twice as large are found in the next. */
const LARGEST = 2 * CASCADE_WINDOW;

/** One size of the picture: halved so many times. */
interface Level {
  readonly image: GreyImage;
  /** Pixels of the picture in one of the level. */
  readonly unit: number;
  /** The smallest window over the cascade's. */
  readonly from: number;
  readonly tiles: readonly Tile[];
}

/**
 * Finds the faces of a large picture tile by tile, from the largest to the smallest, each in the picture halved so
 * often that faces have 24 to 48 pixels. Tiles are equalised by themselves, so a dark panel does not hide what is
 * on a white page. Steps take some 50 ms.
 *
 * @param image not equalised; halved copies take a third of its bytes more
 * @returns all faces, largest weight first
 */
export function* searchFaces(
  image: GreyImage,
  { minSize, minNeighbours = 5 }: SearchOptions,
): Generator<SearchStep, FaceBox[]> {
  const levels = planLevels(image, minSize / CASCADE_WINDOW);
  const total = levels.reduce((sum, level) => sum + workOf(level), 0);
  const windows: FaceWindow[] = [];
  let done = 0;
  for (const level of levels.toReversed()) {
    for (const tile of level.tiles) {
      const found = windowsIn(level, tile);
      windows.push(...found);
      done += workOf(level) / level.tiles.length;
      const fraction = Math.min(1, done / total);
      yield found.length > 0 ? { fraction, faces: groupFaces(windows, minNeighbours) } : { fraction };
    }
  }
  return groupFaces(windows, minNeighbours);
}

/** @param smallest window over the cascade's */
function planLevels(image: GreyImage, smallest: number): Level[] {
  const levels: Level[] = [];
  let factor = smallest;
  for (let level = image, unit = 1; Math.min(level.width, level.height) >= CASCADE_WINDOW; unit *= 2) {
    if (factor < 2 * unit)
      levels.push({
        image: level,
        unit,
        from: factor / unit,
        tiles: planTiles(level.width, level.height, TILE, LARGEST),
      });
    while (factor < 2 * unit) factor *= SCALE_FACTOR;
    level = halveGrey(level);
  }
  return levels;
}

/** About as many windows as are tried. */
function workOf({ tiles, from }: Level): number {
  const pixels = tiles.reduce((sum, { width, height }) => sum + width * height, 0);
  return pixels / from ** 2;
}

function windowsIn({ image, unit, from }: Level, tile: Tile): FaceWindow[] {
  const windows = faceWindows(equalize(cropGrey(image, tile)), {
    scaleFactor: SCALE_FACTOR,
    from,
    to: 2,
    dense: unit > 1,
    within: tile.own,
  });
  return windows.map(({ x, y, side }) => ({
    x: (x + tile.x) * unit,
    y: (y + tile.y) * unit,
    side: side * unit,
  }));
}
