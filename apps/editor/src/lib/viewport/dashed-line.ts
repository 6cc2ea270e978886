/** Length of a dash and of a gap, CSS pixels. */
export const DASH = 4;

/**
 * Strokes a path so that it shows on any picture: a white band, which stands out from screentone, with
 * black dashes on it.
 * @param offset CSS pixels by which the dashes are pushed along the path
 */
export function strokeDashed(context: CanvasRenderingContext2D, path: Path2D, offset = 0): void {
  context.lineWidth = 3;
  context.strokeStyle = 'rgb(255 255 255 / 0.7)';
  context.stroke(path);
  context.lineWidth = 1;
  context.setLineDash([DASH, DASH]);
  context.lineDashOffset = -offset;
  context.strokeStyle = '#000';
  context.stroke(path);
  context.setLineDash([]);
}
