import type { GreyImage } from './grey-image.ts';

/** A rectangle of whole pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A copy of a part. @param area within the picture */
export function cropGrey({ width, data }: GreyImage, area: Area): GreyImage {
  const result = new Uint8Array(area.width * area.height);
  for (let y = 0; y < area.height; y++) {
    const from = (area.y + y) * width + area.x;
    result.set(data.subarray(from, from + area.width), y * area.width);
  }
  return { width: area.width, height: area.height, data: result };
}
