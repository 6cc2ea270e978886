/** Tones from this on hide nothing: paper and its grain. */
export const CLEAR_TONE = 225;
/** Tones up to this hide what lies behind them. */
export const OPAQUE_TONE = 145;

/** Fixed-point positions of a walk; powers of two keep divisions exact and quick. */
const ONE = 2 ** 12;
const HALF = ONE / 2;

/** How well one pixel sees another, 0-1. */
export type Sight = (fromX: number, fromY: number, toX: number, toY: number) => number;

/**
 * Lines of sight over a sketch. Ink on the way hides; the pixel that looks is not on the way. A line one
 * pixel wide has no holes, also where its pixels only touch at their corners.
 *
 * @param tone 255 paper, 0 ink, rows of `width`
 */
export function sightOver(tone: Uint8Array, width: number): Sight {
  const through = Float32Array.from({ length: 256 }, (_, value) => {
    const t = Math.min(1, Math.max(0, (value - OPAQUE_TONE) / (CLEAR_TONE - OPAQUE_TONE)));
    return t * t * (3 - 2 * t);
  });
  return (fromX, fromY, toX, toY) => {
    const [dx, dy] = [toX - fromX, toY - fromY];
    const steps = Math.max(Math.abs(dx), Math.abs(dy));
    // Fixed point, because there are very many: pixel centres lie at .5.
    const [stepX, stepY] = [Math.trunc((dx * ONE) / steps), Math.trunc((dy * ONE) / steps)];
    let [atX, atY] = [fromX * ONE + HALF, fromY * ONE + HALF];
    let x = fromX;
    let y = fromY;
    let darkest = 255;
    for (let k = 1; k <= steps; k++) {
      atX += stepX;
      atY += stepY;
      const nextX = Math.floor(atX / ONE);
      const nextY = Math.floor(atY / ONE);
      let value = tone[nextY * width + nextX]!;
      if (nextX !== x && nextY !== y) {
        // A step between two corners: both have to be inked to bar it.
        const corners = Math.max(tone[y * width + nextX]!, tone[nextY * width + x]!);
        if (corners < value) value = corners;
      }
      if (value < darkest) {
        if (value <= OPAQUE_TONE) return 0;
        darkest = value;
      }
      x = nextX;
      y = nextY;
    }
    return through[darkest]!;
  };
}
