export { TILE, TILE_PIXELS, tileKey, tileX, tileY } from './tile-key.ts';
export { Tile, TileStore, type TileSpill } from './tile-store.ts';
export { FORMAT_BYTES, type TileFormat } from './tile-codec.ts';
export {
  coverageFromPlane,
  pixelBounds,
  pixelsFromImage,
  readCoverage,
  readPixels,
  tileBounds,
  tilesMeeting,
  type TileMap,
} from './tile-map.ts';
