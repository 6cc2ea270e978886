export { planTiles, tileRegion, type Tile, type TileGrid, type TileGridOptions } from './plan-tiles.ts';
export { readPlanarAlpha, readPlanarRgb, solidAlpha, solidRgb } from './planar-tile.ts';
export { TileMosaic } from './tile-mosaic.ts';
