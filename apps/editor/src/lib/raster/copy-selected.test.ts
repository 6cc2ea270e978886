import { readPixels } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import { copySelected } from './copy-selected.ts';
import { picture, TestEngine } from './engine.test-helper.ts';

const COLOUR = (x: number, y: number) => [x & 255, y, 7, 200];

function studio() {
  const engine = new TestEngine();
  const id = engine.openImage('scan', picture(300, 40, COLOUR), { format: 'png', lossless: true });
  const copy = () =>
    copySelected(engine.store, engine.page, (rect) =>
      readPixels(engine.store, engine.raster(id).tiles, rect),
    );
  return { engine, copy };
}

describe('copySelected', () => {
  it('is all of the picture where nothing is selected', () => {
    expect(studio().copy()).toEqual(picture(300, 40, COLOUR));
  });

  it('is cut to the bounds of what is selected, not of its tiles', () => {
    const { engine, copy } = studio();
    const rect = { x: 250, y: 5, width: 20, height: 10 };
    engine.select({ type: 'rectangle', rect, mode: 'replace', antialias: true, feather: 0 });
    expect(copy()).toEqual(picture(20, 10, (x, y) => COLOUR(x + 250, y + 5)));
  });

  it('is as transparent as it is little selected', () => {
    const { engine, copy } = studio();
    const rect = { x: 10.5, y: 5, width: 2, height: 1 };
    engine.select({ type: 'rectangle', rect, mode: 'replace', antialias: true, feather: 0 });
    expect(copy()).toEqual(picture(3, 1, (x) => [x + 10, 5, 7, x === 1 ? 200 : 100]));
  });
});
