/** Stands in for `ImageData` where there is no browser. Tests only. */
export class FakeImageData {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number) {
    this.data = new Uint8ClampedArray(width * height * 4);
    this.width = width;
    this.height = height;
  }
}

/**
 * A canvas that keeps straight RGBA8 and knows only what the document's view uses of one: bytes are put,
 * areas cleared, and whole canvases drawn at their own size on what is clear. Drawing at another size is
 * counted, not done. Tests only.
 */
export class FakeCanvas {
  #width: number;
  #height: number;
  data: Uint8ClampedArray;
  /** How often another canvas was drawn on this one at another size. */
  scaled = 0;
  imageSmoothingEnabled = true;
  imageSmoothingQuality = 'low';
  readonly canvas = this;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.data = new Uint8ClampedArray(width * height * 4);
  }

  get width(): number {
    return this.#width;
  }
  set width(width: number) {
    this.#width = width;
    this.data = new Uint8ClampedArray(width * this.#height * 4);
  }
  get height(): number {
    return this.#height;
  }
  set height(height: number) {
    this.#height = height;
    this.data = new Uint8ClampedArray(this.#width * height * 4);
  }

  getContext(): this {
    return this;
  }

  putImageData(
    image: FakeImageData,
    x: number,
    y: number,
    left = 0,
    top = 0,
    width = image.width,
    height = image.height,
  ): void {
    for (let row = top; row < top + height; row++) {
      const end = Math.min(left + width, this.#width - x);
      if (y + row < 0 || y + row >= this.#height || end <= left) continue;
      const from = (row * image.width + left) * 4;
      const part = image.data.subarray(from, from + (end - left) * 4);
      this.data.set(part, ((y + row) * this.#width + x + left) * 4);
    }
  }

  clearRect(x: number, y: number, width: number, height: number): void {
    for (let row = Math.max(0, y); row < Math.min(this.#height, y + height); row++) {
      const [from, to] = [Math.max(0, x), Math.min(this.#width, x + width)];
      this.data.fill(0, (row * this.#width + from) * 4, (row * this.#width + to) * 4);
    }
  }

  drawImage(source: FakeCanvas, x: number, y: number, width: number, height: number): void {
    if (width !== source.width || height !== source.height) {
      this.scaled++;
      return;
    }
    for (let row = Math.max(0, -y); row < Math.min(height, this.#height - y); row++) {
      const [from, to] = [Math.max(0, -x), Math.min(width, this.#width - x)];
      if (from >= to) continue;
      const part = source.data.subarray((row * width + from) * 4, (row * width + to) * 4);
      this.data.set(part, ((y + row) * this.#width + x + from) * 4);
    }
  }

  save(): void {}
  restore(): void {}
  beginPath(): void {}
  rect(): void {}
  clip(): void {}
}
