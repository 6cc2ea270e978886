import type { PageImage } from './page/page-image.ts';

/** A plane from rows of text: `#` is 1, anything else 0. */
export function plane(...rows: string[]): { width: number; height: number; data: Uint8Array<ArrayBuffer> } {
  const width = rows[0]!.length;
  const data = Uint8Array.from(rows.join(''), (character) => (character === '#' ? 1 : 0));
  return { width, height: rows.length, data };
}

/** Rows of text from a plane: `#` where it is not 0, else `.`. */
export function rowsOf(data: Uint8Array, width: number): string[] {
  return Array.from({ length: data.length / width }, (_, y) =>
    Array.from(data.subarray(y * width, (y + 1) * width), (value) => (value === 0 ? '.' : '#')).join(''),
  );
}

/** A white page to draw on. */
export function sheet(width: number, height: number, grey = 255): Sheet {
  return new Sheet(width, height, grey);
}

export class Sheet {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array<ArrayBuffer>;

  constructor(width: number, height: number, grey: number) {
    this.width = width;
    this.height = height;
    this.data = new Uint8Array(width * height).fill(grey);
  }

  /** Sets the pixels that a function says. */
  paint(isIn: (x: number, y: number) => boolean, grey = 0): this {
    for (let y = 0, i = 0; y < this.height; y++)
      for (let x = 0; x < this.width; x++, i++) if (isIn(x, y)) this.data[i] = grey;
    return this;
  }

  /** A circle's outline of some width about its radius. */
  circle(cx: number, cy: number, radius: number, width: number): this {
    return this.paint((x, y) => Math.abs(Math.hypot(x - cx, y - cy) - radius) <= width / 2);
  }

  /** Dots of a tone where a function says. */
  dots(pitch: number, radius: number, isIn: (x: number, y: number) => boolean = () => true): this {
    const off = (v: number): number => v - Math.round(v / pitch) * pitch;
    return this.paint((x, y) => isIn(x, y) && Math.hypot(off(x + 0.3), off(y + 0.3)) <= radius);
  }

  get image(): PageImage {
    const data = new Uint8ClampedArray(4 * this.data.length);
    for (let i = 0; i < this.data.length; i++)
      data.fill(this.data[i]!, 4 * i, 4 * i + 3).fill(255, 4 * i + 3, 4 * i + 4);
    return { width: this.width, height: this.height, data };
  }
}

/** Whole numbers from 0 to below a limit, by xorshift32. */
export function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}
