/** Numbers of the filters (PNG Third Edition, section 9.2). */
export const FILTER_NONE = 0;
export const FILTER_SUB = 1;
export const FILTER_UP = 2;
export const FILTER_AVERAGE = 3;
export const FILTER_PAETH = 4;

/**
 * The filter of Sub, Up and Paeth whose results are smallest when they are taken as signed bytes and
 * summed without sign: the heuristic of section 12.7.
 * @param row one scanline
 * @param above the one before, zeros for the first
 * @param bpp bytes a pixel
 */
export function chooseFilter(row: Uint8Array, above: Uint8Array, bpp: number): number {
  const sub = sumOfSub(row, bpp);
  const up = sumOfUp(row, above);
  const paeth = sumOfPaeth(row, above, bpp);
  if (paeth < sub && paeth < up) return FILTER_PAETH;
  return sub < up ? FILTER_SUB : FILTER_UP;
}

/**
 * Writes the filter's number and the filtered scanline at `at`; takes `row.length + 1` bytes.
 * @param filter any but Average
 */
export function filterRow(
  filter: number,
  row: Uint8Array,
  above: Uint8Array,
  bpp: number,
  output: Uint8Array,
  at: number,
): void {
  output[at++] = filter;
  switch (filter) {
    case FILTER_SUB:
      for (let i = 0; i < bpp; i++) output[at + i] = row[i]!;
      for (let i = bpp; i < row.length; i++) output[at + i] = row[i]! - row[i - bpp]!;
      break;
    case FILTER_UP:
      for (let i = 0; i < row.length; i++) output[at + i] = row[i]! - above[i]!;
      break;
    case FILTER_PAETH:
      for (let i = 0; i < bpp; i++) output[at + i] = row[i]! - above[i]!;
      for (let i = bpp; i < row.length; i++)
        output[at + i] = row[i]! - paethOf(row[i - bpp]!, above[i]!, above[i - bpp]!);
      break;
    default:
      output.set(row, at);
  }
}

/**
 * Takes back the filters of a whole picture, in place.
 * @param rows scanlines of `stride` bytes, each led by its filter's number, which stays
 * @param bpp bytes a pixel, at least 1
 * @throws RangeError for a filter that there is not
 */
export function unfilterRows(rows: Uint8Array, stride: number, bpp: number): void {
  let above = new Uint8Array(stride);
  for (let at = 0; at < rows.length; at += stride + 1) {
    const row = rows.subarray(at + 1, at + 1 + stride) as Uint8Array<ArrayBuffer>;
    unfilterRow(rows[at]!, row, above, bpp);
    above = row;
  }
}

function unfilterRow(filter: number, row: Uint8Array, above: Uint8Array, bpp: number): void {
  switch (filter) {
    case FILTER_NONE:
      return;
    case FILTER_SUB:
      for (let i = bpp; i < row.length; i++) row[i]! += row[i - bpp]!;
      return;
    case FILTER_UP:
      for (let i = 0; i < row.length; i++) row[i]! += above[i]!;
      return;
    case FILTER_AVERAGE:
      for (let i = 0; i < row.length; i++) row[i]! += ((i < bpp ? 0 : row[i - bpp]!) + above[i]!) >> 1;
      return;
    case FILTER_PAETH:
      for (let i = 0; i < bpp; i++) row[i]! += above[i]!;
      for (let i = bpp; i < row.length; i++) row[i]! += paethOf(row[i - bpp]!, above[i]!, above[i - bpp]!);
      return;
    default:
      throw new RangeError(`PNG has no filter ${filter}`);
  }
}

function sumOfSub(row: Uint8Array, bpp: number): number {
  let sum = 0;
  for (let i = bpp; i < row.length; i++) sum += magnitude(row[i]! - row[i - bpp]!);
  return sum;
}

function sumOfUp(row: Uint8Array, above: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += magnitude(row[i]! - above[i]!);
  return sum;
}

function sumOfPaeth(row: Uint8Array, above: Uint8Array, bpp: number): number {
  let sum = 0;
  for (let i = bpp; i < row.length; i++)
    sum += magnitude(row[i]! - paethOf(row[i - bpp]!, above[i]!, above[i - bpp]!));
  return sum;
}

/** Of the byte that a difference becomes, taken as signed. */
function magnitude(difference: number): number {
  const value = (difference << 24) >> 24;
  return value < 0 ? -value : value;
}

/** Of left, above and above left, the one next to `left + above - aboveLeft`; the first where equal. */
function paethOf(left: number, above: number, aboveLeft: number): number {
  const toLeft = Math.abs(above - aboveLeft);
  const toAbove = Math.abs(left - aboveLeft);
  const toAboveLeft = Math.abs(left + above - 2 * aboveLeft);
  if (toLeft <= toAbove && toLeft <= toAboveLeft) return left;
  return toAbove <= toAboveLeft ? above : aboveLeft;
}
