export type { CompositeNode, TileReader, TileRows } from './composite-node.ts';
export { TileCompositor } from './tile-compositor.ts';
