import { FEATURES, PAPER_PRICE, type PreparedPage, type RegionMap } from '@koma/lineart';

/**
 * A prepared page whose regions are letters: `a` is region 0, `A` is the same under a line. Tests only.
 * @param scale page pixels a letter
 */
export function letteredPage(rows: readonly string[], scale: 1 | 2 | 4 = 1): PreparedPage {
  const width = rows[0]!.length;
  const height = rows.length;
  const cells = rows.join('');
  const labels = Uint16Array.from(cells, (cell) => cell.toLowerCase().charCodeAt(0) - 97);
  const line = Uint8Array.from(cells, (cell) => (cell === cell.toUpperCase() ? 1 : 0));
  const count = Math.max(...labels) + 1;
  const area = new Uint32Array(count);
  for (const label of labels) area[label]!++;
  const pairs = new Map<number, { capacity: number; length: number }>();
  const side = (at: number, next: number): void => {
    if (labels[at] === labels[next]) return;
    const key = Math.min(labels[at]!, labels[next]!) * count + Math.max(labels[at]!, labels[next]!);
    const pair = pairs.get(key) ?? { capacity: 0, length: 0 };
    pair.capacity += line[at] === 1 || line[next] === 1 ? 1 : PAPER_PRICE + 1;
    pair.length++;
    pairs.set(key, pair);
  };
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (x + 1 < width) side(at, at + 1);
      if (y + 1 < height) side(at, at + width);
    }
  const keys = [...pairs.keys()].sort((one, two) => one - two);
  const regions: RegionMap = {
    width,
    height,
    scale,
    labels,
    count,
    area,
    background: new Uint32Array(count),
    features: new Float32Array(count * FEATURES),
    edges: {
      count: keys.length,
      a: Uint32Array.from(keys, (key) => Math.floor(key / count)),
      b: Uint32Array.from(keys, (key) => key % count),
      capacity: Int32Array.from(keys, (key) => pairs.get(key)!.capacity),
      length: Uint32Array.from(keys, (key) => pairs.get(key)!.length),
    },
  };
  const size = { width: width * scale, height: height * scale };
  const grey = { ...size, data: new Uint8Array(size.width * size.height).fill(255) };
  return { ...size, regions, grey, line, lineWidth: scale, colour: false };
}
