import { describe, expect, it } from 'vitest';
import { greyPlane } from './grey-plane.ts';
import { inkCurve } from './ink-curve.ts';
import { inkLayer, onPaper } from './ink-picture.ts';
import { removeSpecks } from './remove-specks.ts';

describe('greyPlane', () => {
  const image = {
    width: 4,
    height: 1,
    data: Uint8ClampedArray.of(255, 255, 255, 255, 90, 160, 250, 255, 60, 60, 60, 255, 0, 0, 0, 0),
  };

  it('sees blue pencil as grey unless it is to be dropped', () => {
    const plain = [...greyPlane(image, false)].map((value) => Math.round(value * 255));
    expect(plain).toEqual([255, 152, 60, 255]);
    expect([...greyPlane(image, true)].map((value) => Math.round(value * 255))).toEqual([255, 250, 60, 255]);
  });
});

describe('inkCurve', () => {
  const drawn = (): Float32Array => Float32Array.of(1, 0.7, 0.5, 0.2, 0);

  it("takes the network's word in the middle and keeps more or less beside it", () => {
    const [word, less, more] = [0.5, 0.1, 0.9].map((faint) => inkCurve(drawn(), faint, false));
    expect([...word!].map((ink) => Math.round(ink * 10) / 10)).toEqual([0, 0.3, 0.5, 0.8, 1]);
    for (const i of [1, 2, 3]) {
      expect(less![i]).toBeLessThan(word![i]!);
      expect(more![i]).toBeGreaterThan(word![i]!);
    }
    for (const ink of [less!, more!]) expect([ink[0], ink[4]]).toEqual([0, 1]);
  });

  it('knows ink and paper only where edges are hard', () => {
    expect([...inkCurve(drawn(), 0.5, true)]).toEqual([0, 0, 1, 1, 1]);
    expect([...inkCurve(drawn(), 0.8, true)]).toEqual([0, 1, 1, 1, 1]);
  });
});

describe('removeSpecks', () => {
  /** `#` is ink. */
  const plane = (...rows: readonly string[]): Float32Array =>
    Float32Array.from(rows.join(''), (letter) => (letter === '#' ? 1 : 0));
  const rows = ['#..#....', '..#.....', '.#....##', '......##'];

  it('takes what is smaller and stands alone, touching corners count', () => {
    expect(removeSpecks(plane(...rows), 8, 4, 4)).toEqual(
      plane('........', '........', '......##', '......##'),
    );
    expect(removeSpecks(plane(...rows), 8, 4, 2)).toEqual(
      plane('...#....', '..#.....', '.#....##', '......##'),
    );
    expect(removeSpecks(plane(...rows), 8, 4, 0)).toEqual(plane(...rows));
  });
});

describe('ink as a picture', () => {
  const source = {
    width: 3,
    height: 1,
    data: Uint8ClampedArray.of(9, 8, 7, 255, 9, 8, 7, 255, 9, 8, 7, 255),
  };
  const selection = { width: 3, height: 1, data: Uint8Array.of(255, 255, 0) };

  it('is a colour on nothing, and on white inside the selection only', () => {
    const layer = inkLayer(Float32Array.of(1, 0, 1), source, '#102030', selection);
    expect([...layer.data]).toEqual([16, 32, 48, 255, 16, 32, 48, 0, 16, 32, 48, 0]);
    expect([...onPaper(layer, source, selection).data]).toEqual([
      16, 32, 48, 255, 255, 255, 255, 255, 9, 8, 7, 255,
    ]);
  });
});
