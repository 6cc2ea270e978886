import { createImage, resizeImage, type RasterImage } from '@koma/core/raster';

/** Cells of a contact sheet are no larger than this. */
const MAX_CELL = 256;
/** Pixels between pictures and around them. */
const GAP = 4;

/** Collects pictures side by side on white. */
export class ContactSheet {
  /** A sheet shows at most so many; whatever is added later is not on it. */
  static readonly MAX_PICTURES = 400;
  readonly #tiles: RasterImage[] = [];

  add(image: RasterImage): void {
    if (this.#tiles.length < ContactSheet.MAX_PICTURES) this.#tiles.push(fitted(image));
  }

  /** The sheet: as square as can be, rows from the top. */
  image(): RasterImage {
    const columns = Math.ceil(Math.sqrt(this.#tiles.length));
    const rows = Math.ceil(this.#tiles.length / columns);
    const cellWidth = Math.max(...this.#tiles.map(({ width }) => width)) + GAP;
    const cellHeight = Math.max(...this.#tiles.map(({ height }) => height)) + GAP;
    const sheet = createImage(columns * cellWidth + GAP, rows * cellHeight + GAP);
    sheet.data.fill(255);
    for (const [i, tile] of this.#tiles.entries()) {
      const x = GAP + (i % columns) * cellWidth + Math.floor((cellWidth - GAP - tile.width) / 2);
      const y = GAP + Math.floor(i / columns) * cellHeight + Math.floor((cellHeight - GAP - tile.height) / 2);
      layOnWhite(tile, sheet, x, y);
    }
    return sheet;
  }
}

function fitted(image: RasterImage): RasterImage {
  const scale = MAX_CELL / Math.max(image.width, image.height);
  if (scale >= 1) return image;
  return resizeImage(
    image,
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
}

function layOnWhite(tile: RasterImage, sheet: RasterImage, x: number, y: number): void {
  for (let row = 0; row < tile.height; row++) {
    let from = row * tile.width * 4;
    let to = ((y + row) * sheet.width + x) * 4;
    for (let column = 0; column < tile.width; column++, from += 4, to += 4) {
      const alpha = tile.data[from + 3]! / 255;
      for (let c = 0; c < 3; c++) sheet.data[to + c] = tile.data[from + c]! * alpha + 255 * (1 - alpha);
    }
  }
}
