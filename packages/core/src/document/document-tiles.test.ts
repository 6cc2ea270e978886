import { describe, expect, it } from 'vitest';
import { TILE_PIXELS, tileKey } from '../raster/index.ts';
import { compositeNodes } from './composite-nodes.ts';
import { DocumentTiles } from './document-tiles.ts';
import { image, noise, Page, rect, RED } from './edits/page.test-helper.ts';

const studio = () =>
  new Page(300, 20, (make) => [
    make.layer('art', noise(300, 20, 1), { mask: make.mask(rect(0, 0, 256, 256), (x) => x, 255) }),
    make.group('folder', [make.layer('inner', image(300, 20, RED))], {
      mask: make.mask(rect(0, 0, 256, 256), () => 9, 0),
    }),
  ]);

const reading = (page: Page) => {
  const [art, folder] = compositeNodes(page.page.layers);
  return { tiles: new DocumentTiles(page.store), art: art!, folder: folder! };
};

describe('the tiles of a document', () => {
  it('are a layer’s pixels; nothing where it has none, and of groups', () => {
    const page = studio();
    const { tiles, art, folder } = reading(page);
    const pixels = tiles.pixels(art, 0, 0)!;
    expect([...pixels.subarray(0, 1200)]).toEqual([
      ...noise(300, 20, 1).data.subarray(0, 1024),
      ...noise(300, 20, 1).data.subarray(1200, 1376),
    ]);
    expect([tiles.pixels(art, 5, 0), tiles.pixels(folder, 0, 0)]).toEqual([undefined, undefined]);
  });

  it('are the coverage of masks; what is outside where they have none', () => {
    const { tiles, art, folder } = reading(studio());
    expect([...(tiles.mask(art, 0, 0) as Uint8Array).subarray(0, 300)]).toEqual(
      Array.from({ length: 300 }, (_, i) => i % 256),
    );
    expect([tiles.mask(art, 1, 0), tiles.mask(folder, 0, 0), tiles.mask(folder, 0, 7)]).toEqual([255, 9, 0]);
    expect(tiles.mask(folder.children![0]!, 0, 0)).toBe(255);
  });
});

describe('live tiles', () => {
  const painted = new Uint8Array(TILE_PIXELS * 4).fill(7);
  const covered = new Uint8Array(TILE_PIXELS).fill(7);

  it('stand in for those of one plane of one layer', () => {
    const { tiles, art, folder } = reading(studio());
    const before = tiles.pixels(art, 1, 0)!.slice();
    tiles.live = {
      layerId: 'art',
      plane: 'pixels',
      tiles: new Map([
        [tileKey(0, 0), painted],
        [tileKey(4, 4), painted],
      ]),
    };
    expect(tiles.pixels(art, 0, 0)).toBe(painted);
    expect(tiles.pixels(art, 4, 4)).toBe(painted);
    expect(Buffer.compare(tiles.pixels(art, 1, 0)!, before)).toBe(0);
    expect(tiles.mask(art, 0, 0)).not.toBe(painted);
    expect(tiles.pixels(folder.children![0]!, 0, 0)).not.toBe(painted);
  });

  it('stand in for a mask', () => {
    const { tiles, art, folder } = reading(studio());
    tiles.live = { layerId: 'folder', plane: 'mask', tiles: new Map([[tileKey(1, 0), covered]]) };
    expect(tiles.mask(folder, 1, 0)).toBe(covered);
    expect([tiles.mask(folder, 0, 0), tiles.mask(art, 1, 0)]).toEqual([9, 255]);
    tiles.live = undefined;
    expect(tiles.mask(folder, 1, 0)).toBe(0);
  });
});
