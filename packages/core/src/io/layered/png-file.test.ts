import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { seededRandom } from '../../plugin/index.ts';
import { pngFile } from './png-file.ts';

/** What is in the one IDAT chunk, inflated by zlib itself. */
function inflated(png: Uint8Array): Buffer {
  const at = Buffer.from(png.buffer).indexOf('IDAT');
  return inflateSync(png.subarray(at + 4, at + 4 + new DataView(png.buffer).getUint32(at - 4)));
}

it('is read back by zlib for thousands of pictures of few and of many values, in one block and in several', () => {
  const random = seededRandom(1);
  for (let i = 0; i < 4000; i++) {
    const [width, height] = [1 + Math.floor(12 * random()), 1 + Math.floor(12 * random())];
    const step = [1, 51, 85, 255][i % 4]!;
    const rows = Array.from({ length: height }, () =>
      Uint8Array.from({ length: width + 1 }, (_, x) =>
        x === 0 ? 0 : Math.round((255 * random()) / step) * step,
      ),
    );
    const blocks = i % 2 === 0 ? rows : [Uint8Array.from(rows.flatMap((row) => [...row]))];
    const png = pngFile({ width, height, bitDepth: 8, colorType: 0 }, blocks);
    expect(Buffer.compare(inflated(png), Buffer.concat(rows))).toBe(0);
  }
});

it('a block may be overwritten after the next one is asked for', () => {
  const block = new Uint8Array(3);
  function* rows() {
    for (let y = 0; y < 3; y++) yield block.fill(y);
  }
  const png = pngFile({ width: 2, height: 3, bitDepth: 8, colorType: 0 }, rows());
  expect([...inflated(png)]).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
});
