import type { ExportDocument, ExportLayer } from '@koma/plugin-kit';
import type { Rectangle } from './shrink.ts';

/**
 * The rectangle of the document around what a layer shows in it; the whole page where it shows nothing.
 */
export function contentBounds(
  { image, x, y }: Pick<ExportLayer, 'image' | 'x' | 'y'>,
  { width, height }: Pick<ExportDocument, 'width' | 'height'>,
): Rectangle {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let row = Math.max(0, -y); row < Math.min(image.height, height - y); row++)
    for (let column = Math.max(0, -x); column < Math.min(image.width, width - x); column++) {
      if (image.data[(row * image.width + column) * 4 + 3] === 0) continue;
      left = Math.min(left, x + column);
      right = Math.max(right, x + column + 1);
      top = Math.min(top, y + row);
      bottom = Math.max(bottom, y + row + 1);
    }
  if (right <= left) return { x: 0, y: 0, width, height };
  return { x: left, y: top, width: right - left, height: bottom - top };
}
