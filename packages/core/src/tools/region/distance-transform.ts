import { finish, type Steps } from '../../steps/index.ts';
import { sweepColumnsSteps } from './column-distances.ts';
import type { Mask } from './mask.ts';

/**
 * The exact Euclidean distance transform: for every pixel the **squared** distance, in whole pixels from
 * centre to centre, to the nearest pixel whose byte is 0; nothing outside the plane counts. Two separable
 * passes, columns and then the lower envelope of one parabola a column (P. Felzenszwalb, D. Huttenlocher,
 * "Distance Transforms of Sampled Functions", Theory of Computing 8, 2012), all in whole numbers.
 *
 * Time does not depend on the distances, but a low `limit` saves most of the parabolas.
 * @param limit distances above it are given as `limit`, as are all where no byte is 0
 * @param out takes the result, one element a pixel; its elements must be able to hold `limit`
 * @returns `out`
 * @throws RangeError if they are not, or if there are too few
 */
export function distanceTransform<Plane extends Uint8Array | Uint16Array | Uint32Array>(
  mask: Mask,
  limit: number,
  out: Plane,
): Plane {
  const { width, height } = mask;
  if (limit > 2 ** (8 * out.BYTES_PER_ELEMENT) - 1 || out.length < width * height)
    throw new RangeError('the plane given cannot hold these distances');
  distanceRows(mask, limit, (y, row) => out.set(row, y * width));
  return out;
}

/**
 * {@link distanceTransform} row by row from the top, for callers that do not need to keep the distances.
 * @param visit gets each row's squared distances, in an array that is reused for the next row
 */
export function distanceRows(mask: Mask, limit: number, visit: (y: number, row: Uint32Array) => void): void {
  finish(distanceRowsSteps(mask, limit, visit));
}

/** {@link distanceRows} in steps. */
export function* distanceRowsSteps(
  mask: Mask,
  limit: number,
  visit: (y: number, row: Uint32Array) => void,
): Steps<void> {
  const reach = Math.min(65534, Math.ceil(Math.sqrt(limit)));
  const envelope = new RowEnvelope(mask.width, limit, reach);
  yield* sweepColumnsSteps(mask, 0, 0, reach, (y, columns) => visit(y, envelope.distances(columns)));
}

/** The lower envelope of the parabolas (x - v)² + g(v)² over one row. */
class RowEnvelope {
  readonly #limit: number;
  readonly #reach: number;
  /** Columns whose parabolas are part of the envelope, from the left. */
  readonly #vertices: Int32Array;
  /** Their heights g². */
  readonly #heights: Float64Array;
  /** The last column up to which the parabola before is the lower one. */
  readonly #borders: Int32Array;
  readonly #row: Uint32Array;

  constructor(width: number, limit: number, reach: number) {
    this.#limit = limit;
    this.#reach = reach;
    this.#vertices = new Int32Array(width);
    this.#heights = new Float64Array(width);
    this.#borders = new Int32Array(width + 1);
    this.#row = new Uint32Array(width);
  }

  distances(columns: Uint16Array): Uint32Array {
    const vertices = this.#vertices;
    const heights = this.#heights;
    const borders = this.#borders;
    const row = this.#row;
    const limit = this.#limit;
    const reach = this.#reach;
    const width = columns.length;
    let count = 0;
    for (let x = 0; x < width; x++) {
      const g = columns[x]!;
      if (g > reach) continue;
      const height = g * g;
      let border = -1;
      while (count > 0) {
        const v = vertices[count - 1]!;
        const h = heights[count - 1]!;
        border = Math.floor((x * x + height - v * v - h) / (2 * (x - v)));
        if (border > borders[count - 1]!) break;
        count--;
        border = -1;
      }
      if (border >= width - 1) continue;
      vertices[count] = x;
      heights[count] = height;
      borders[count] = border;
      count++;
    }
    if (count === 0) return row.fill(limit);
    let x = 0;
    for (let i = 0; i < count; i++) {
      const v = vertices[i]!;
      const h = heights[i]!;
      const last = i + 1 < count ? borders[i + 1]! : width - 1;
      for (; x <= last; x++) {
        const squared = (x - v) * (x - v) + h;
        row[x] = squared < limit ? squared : limit;
      }
    }
    return row;
  }
}
