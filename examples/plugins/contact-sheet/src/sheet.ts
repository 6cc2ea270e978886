import type { RasterImage } from '@koma/plugin-kit';

/** Levels 0-255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** An opaque picture to draw on. */
export class Sheet {
  readonly width: number;
  readonly height: number;
  /** 3 bytes a pixel. */
  readonly data: Uint8Array<ArrayBuffer>;

  constructor(width: number, height: number, background: Rgb) {
    this.width = width;
    this.height = height;
    this.data = new Uint8Array(width * height * 3);
    this.fill(0, 0, width, height, background);
  }

  /** Fills a rectangle, as far as it is on the sheet. */
  fill(x: number, y: number, width: number, height: number, colour: Rgb): void {
    const right = Math.min(this.width, x + width);
    const bottom = Math.min(this.height, y + height);
    for (let row = Math.max(0, y); row < bottom; row++)
      for (let column = Math.max(0, x); column < right; column++)
        this.data.set(colour, (row * this.width + column) * 3);
  }

  /** Fills a rectangle with the squares that stand for nothing. @param side of a square, pixels */
  checker(x: number, y: number, width: number, height: number, side: number, one: Rgb, other: Rgb): void {
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) {
        const odd = (Math.floor(row / side) + Math.floor(column / side)) % 2;
        this.fill(x + column, y + row, 1, 1, odd === 1 ? other : one);
      }
  }

  /** Draws a picture over what is there; all of it has to be on the sheet. */
  draw({ width, height, data }: RasterImage, x: number, y: number): void {
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) {
        const from = (row * width + column) * 4;
        const to = ((y + row) * this.width + x + column) * 3;
        const alpha = data[from + 3]! / 255;
        for (let c = 0; c < 3; c++)
          this.data[to + c] = Math.round(data[from + c]! * alpha + this.data[to + c]! * (1 - alpha));
      }
  }

  /**
   * Paints a square in one colour as far as it is covered.
   * @param coverage 0-255 a pixel, `side * side` of them
   */
  stamp(coverage: Uint8Array, side: number, x: number, y: number, colour: Rgb): void {
    for (let i = 0; i < coverage.length; i++) {
      const [column, row] = [x + (i % side), y + Math.floor(i / side)];
      if (coverage[i] === 0 || column < 0 || row < 0 || column >= this.width || row >= this.height) continue;
      const share = coverage[i]! / 255;
      const at = (row * this.width + column) * 3;
      for (let c = 0; c < 3; c++)
        this.data[at + c] = Math.round(this.data[at + c]! * (1 - share) + colour[c]! * share);
    }
  }

  /** A frame of one pixel, outside of the rectangle. */
  frame(x: number, y: number, width: number, height: number, colour: Rgb): void {
    this.fill(x - 1, y - 1, width + 2, 1, colour);
    this.fill(x - 1, y + height, width + 2, 1, colour);
    this.fill(x - 1, y, 1, height, colour);
    this.fill(x + width, y, 1, height, colour);
  }
}
