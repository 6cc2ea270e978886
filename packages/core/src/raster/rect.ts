/** An axis-aligned rectangle in whole pixels; `x` and `y` are its left and top edge. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
