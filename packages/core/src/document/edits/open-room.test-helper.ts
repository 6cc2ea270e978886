import type { Rect } from '../../raster/index.ts';
import type { RasterLayer } from '../document.ts';
import { at, BLACK, CLEAR, image, inside, Page, rect, WHITE, type Rgba } from './page.test-helper.ts';
import type { FillPaint } from './paint-region.ts';
import type { RegionOptions } from './region-at.ts';

/** Fills red, by the line art. Tests only. */
export const OPTIONS: RegionOptions & FillPaint = {
  layerId: 'flats',
  sample: 'reference',
  tolerance: 40,
  contiguous: true,
  gap: 0,
  plane: 'pixels',
  colour: [255, 0, 0],
  opacity: 1,
  grow: 0,
  antialias: false,
};

/** A room of lines three pixels thick, across tiles, whose right wall has a gap of 8 pixels. */
const ROOM = rect(220, 20, 80, 60);
export const GAP = rect(297, 46, 3, 8);
const isWall = (x: number, y: number) =>
  inside(ROOM, x, y) && !inside(rect(223, 23, 74, 54), x, y) && !inside(GAP, x, y);

/** Paper, a layer for flats, and line art in multiply above it, as inkers leave it. Tests only. */
export const studio = (properties: Readonly<Record<string, Partial<RasterLayer>>> = {}, selection?: Rect) =>
  new Page(
    400,
    100,
    (make) => [
      make.layer('paper', image(400, 100, WHITE)),
      make.layer('flats', undefined, { role: 'fill', ...properties['flats'] }),
      make.layer(
        'ink',
        image(400, 100, (x, y) => (isWall(x, y) ? BLACK : CLEAR)),
        {
          role: 'line-art',
          blendMode: 'multiply',
          ...properties['ink'],
        },
      ),
    ],
    (make) => (selection ? { selection: make.coverage(selection, () => 255) } : {}),
  );

/** How many pixels have a colour. Tests only. */
export const count = (picture: ReturnType<Page['flat']>, colour: Rgba, area: Rect = rect(0, 0, 400, 100)) => {
  let found = 0;
  for (let y = area.y; y < area.y + area.height; y++)
    for (let x = area.x; x < area.x + area.width; x++)
      if (at(picture, x, y).every((value, c) => value === colour[c])) found++;
  return found;
};
