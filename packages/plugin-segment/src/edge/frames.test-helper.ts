import { edgeFrame, type EdgeFrame } from './edge-frame.ts';
import type { InkPlane } from './ink-plane.ts';

/** A margin of one cell around pictures of text. */
export const MARGIN = 8;

/**
 * A frame from rows of text: `#` is ink, `.` and ` ` paper; upper or lower case `s` is subject on paper, `x` subject
 * that is ink.
 */
export function frameOf(...rows: readonly string[]): EdgeFrame {
  const [width, height] = [rows[0]!.length, rows.length];
  const text = rows.join('');
  const bytes = (value: (mark: string) => number): Uint8Array => Uint8Array.from(text, value);
  const grey = { width, height, data: bytes((mark) => (mark === '#' || mark === 'x' ? 0 : 255)) };
  const labels = bytes((mark) => (mark === 's' || mark === 'x' ? 1 : 0));
  return edgeFrame(grey, undefined, labels, { x: 0, y: 0, width, height }, MARGIN);
}

/** Index in the frame of a character of the text. */
export function indexOf(frame: EdgeFrame, x: number, y: number): number {
  return (y - frame.y) * frame.width + x - frame.x;
}

/** A binary plane of the frame as rows of `1` and `.`, cut to the size of the text. */
export function textOf(frame: EdgeFrame, plane: Uint8Array, width: number, height: number): string[] {
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => (plane[indexOf(frame, x, y)] ? '1' : '.')).join(''),
  );
}

/** The ink of a frame as text. */
export function inkText(frame: EdgeFrame, ink: InkPlane, width: number, height: number): string[] {
  const plane = Uint8Array.from(frame.grey, (_, at) => (ink.has(at) ? 1 : 0));
  return textOf(frame, plane, width, height);
}
