import { describe, expect, it } from 'vitest';
import { tileKey } from '../../raster/index.ts';
import { layerFrame, layerPicture, readPicture, shareLayerPicture, storePicture } from './layer-picture.ts';
import { difference, expectSame, image, noise, Page, rect } from './page.test-helper.ts';

const FRAME = rect(0, 0, 280, 50);

const studio = () =>
  new Page(300, 60, (make) => [
    make.layer('painted', noise(400, 200, 1), {}, -50, -50),
    make.layer('scan', noise(280, 50, 2), { frame: FRAME, origin: { format: 'jpeg', lossless: false } }),
    make.layer('placed', noise(40, 50, 3), { frame: rect(20, -9, 40, 50) }, 20, -9),
    make.layer('scaled', noise(40, 50, 4), {
      origin: { format: 'png', lossless: true },
      frame: rect(0, 0, 40, 50),
      original: {
        frame: rect(0, 0, 40, 50),
        picture: { width: 80, height: 100, tiles: make.layer('', noise(80, 100, 5)).tiles },
      },
    }),
  ]);

describe('layerFrame', () => {
  it('is that of the picture, or the canvas for what was painted', () => {
    const page = studio();
    const frame = (id: string) => layerFrame(page.page, page.raster(id));
    expect(frame('painted')).toEqual(rect(0, 0, 300, 60));
    expect(frame('scan')).toEqual(FRAME);
    expect(frame('scaled')).toEqual(rect(0, 0, 40, 50));
  });
});

describe('layerPicture', () => {
  it('is what lies in the frame', () => {
    const page = studio();
    const picture = (id: string) => layerPicture(page.store, page.page, page.raster(id));
    expect(difference(picture('painted'), page.pixels('painted'))).toBe(0);
    expectSame(picture('placed').data, noise(40, 50, 3).data);
  });

  it('is the original of a scaled layer', () => {
    const page = studio();
    expectSame(layerPicture(page.store, page.page, page.raster('scaled')).data, noise(80, 100, 5).data);
  });
});

describe('shareLayerPicture', () => {
  it('is the same picture as tiles, with where it came from', () => {
    const page = studio();
    for (const id of ['painted', 'scan', 'placed', 'scaled']) {
      const layer = page.raster(id);
      const shared = shareLayerPicture(page.store, page.page, layer);
      expectSame(readPicture(page.store, shared).data, layerPicture(page.store, page.page, layer).data);
      expect(shared.origin).toEqual(layer.origin);
      for (const tile of shared.tiles.values()) page.store.release(tile);
    }
  });

  it('shares the tiles of originals and of layers at the corner of the canvas', () => {
    const page = studio();
    const { usedBytes } = page.store;
    for (const id of ['scan', 'scaled']) {
      const { tiles } = shareLayerPicture(page.store, page.page, page.raster(id));
      expect(page.store.usedBytes).toBe(usedBytes);
      for (const tile of tiles.values()) page.store.release(tile);
    }
  });

  it('holds nothing of what lies beyond the picture', () => {
    const page = studio();
    const { tiles } = shareLayerPicture(page.store, page.page, page.raster('painted'));
    expect([...tiles.keys()]).toEqual([tileKey(0, 0), tileKey(1, 0)]);
    const whole = readPicture(page.store, { width: 512, height: 256, tiles });
    const inside = page.pixels('painted');
    const expected = image(512, 256, (x, y) => {
      const i = (y * 300 + x) * 4;
      return x < 300 && y < 60
        ? [inside.data[i]!, inside.data[i + 1]!, inside.data[i + 2]!, inside.data[i + 3]!]
        : [0, 0, 0, 0];
    });
    expectSame(whole.data, expected.data);
    for (const tile of tiles.values()) page.store.release(tile);
  });
});

it.each([
  [400, 60],
  [300, 200],
])('a picture of %i x %i is cut to a canvas of 300 x 60', (width, height) => {
  const page = new Page(300, 60, (make) => [make.layer('painted', noise(width, height, 1, 255))]);
  const { tiles } = shareLayerPicture(page.store, page.page, page.raster('painted'));
  const { data } = readPicture(page.store, { width: 512, height: 256, tiles });
  let opaque = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i] === 255) opaque++;
  expect(opaque).toBe(300 * 60);
  for (const tile of tiles.values()) page.store.release(tile);
});

describe('storePicture', () => {
  it('keeps a picture to the byte, colours under transparency included', () => {
    const page = new Page(9, 9);
    const picture = noise(300, 20, 7, 0);
    const stored = storePicture(page.store, picture, { format: 'png', lossless: true });
    expectSame(readPicture(page.store, stored).data, picture.data);
    expect(stored).toMatchObject({ width: 300, height: 20, origin: { format: 'png' } });
    for (const tile of stored.tiles.values()) page.store.release(tile);
  });
});
