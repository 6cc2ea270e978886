/** Stands for the platform's ImageData: straight-alpha RGBA8. */
export class PlainImageData {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
  readonly colorSpace = 'srgb';

  constructor(width: number, height: number);
  constructor(data: Uint8ClampedArray, width: number, height?: number);
  constructor(first: Uint8ClampedArray | number, second: number, third?: number) {
    if (typeof first === 'number') {
      this.width = first;
      this.height = second;
      this.data = new Uint8ClampedArray(first * second * 4);
    } else {
      this.width = second;
      this.height = third ?? first.length / 4 / second;
      this.data = first;
    }
    if (this.data.length !== this.width * this.height * 4 || !Number.isInteger(this.height))
      throw new RangeError('The data does not fit the size.');
  }
}
