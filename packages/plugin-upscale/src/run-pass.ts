import { abortError } from '@koma/core/errors';
import { planTiles, tileRegion, TileMosaic, type Session } from '@koma/core/inference';
import type { OperationContext } from '@koma/core/plugin';
import type { RasterImage, RowSink } from '@koma/core/raster';
import { fillTransparentBorder } from './border-fill.ts';
import { isHardlyColoured } from './is-hardly-coloured.ts';
import { ttaSymmetries } from './dihedral.ts';
import { enlarger, type Family, type Network } from './network.ts';
import { OWN_OVERLAP, ownInfer } from './own-network.ts';
import { measuringCost, poolOverPicture } from './pooled-cunet.ts';
import { TileEvaluator, type Infer } from './tile-evaluator.ts';
import { CUNET_OVERLAP, tileSize } from './tile-size.ts';

export interface PassOptions {
  readonly source: RasterImage;
  readonly network: Network;
  readonly family: Family;
  readonly opaque: boolean;
  readonly grey: boolean;
  readonly tta: number;
  /** Largest tile core in pixels; 0 chooses. */
  readonly tile: number;
  /** CUNet: pool over the whole picture instead of blending tiles. Pages in ink and small tiles always are. */
  readonly exact: boolean;
  /** Takes the finished rows, at the network's scale. */
  readonly sink: RowSink;
  /** @param fraction of this pass, 0-1 */
  readonly onProgress: (fraction: number) => void;
}

/**
 * Applies one network to a picture, tile by tile, and hands finished rows to the sink.
 * @throws AbortError between tiles once the context's signal is aborted
 */
export async function runPass(options: PassOptions, context: OperationContext): Promise<void> {
  const { network, family, sink, opaque } = options;
  // CUNet pools over all it sees, so what is hidden must be gone everywhere, not only near the edge.
  const source = opaque
    ? options.source
    : fillTransparentBorder(options.source, network.local ? network.context : Infinity);
  const maxTile = tileSize(network, context.inference.backend.name, options.tile);
  const usualTile = tileSize(network, context.inference.backend.name, 0);
  // Screentone makes CUNet's tiles differ most, by up to 20 levels where colour pictures stay below 6;
  // so do tiles that somebody has set smaller to save memory. Both are pooled, which needs no more of it.
  const pooling =
    !network.local &&
    network.isOwn !== true &&
    (options.exact || maxTile < usualTile || isHardlyColoured(options.source));
  const grid = planTiles({
    width: source.width,
    height: source.height,
    maxTile,
    context: network.context,
    multiple: network.multiple,
    overlap: network.isOwn ? OWN_OVERLAP : network.local || pooling ? 0 : CUNET_OVERLAP,
  });
  // CUNet's tiles would differ in alpha too, and "exact" pools the colours only: UpConv 7 is local.
  // What somebody's own model does with alpha is anybody's guess, but no other one has its scale.
  const alphaNetwork =
    opaque || network.scale === 1
      ? undefined
      : network.isOwn
        ? network
        : enlarger(network.local ? family : 'upconv7', null);
  // A single tile is the whole picture.
  const pooled = pooling && grid.tiles.length > 1;
  const measureShare = pooled ? measuringCost(network) / (1 + measuringCost(network)) : 0;
  const symmetries = ttaSymmetries(options.tta);
  const infer = pooled
    ? await poolOverPicture(source, network, grid, symmetries, context, (fraction) =>
        options.onProgress(fraction * measureShare),
      )
    : inferOf(network, await context.inference.session({ model: network.model, lean: !network.local }));
  const evaluator = new TileEvaluator({
    source,
    network,
    infer,
    ...(alphaNetwork
      ? {
          alpha: {
            network: alphaNetwork,
            infer: inferOf(alphaNetwork, await context.inference.session({ model: alphaNetwork.model })),
          },
        }
      : {}),
    opaque,
    grey: options.grey,
    symmetries,
  });
  const mosaic = new TileMosaic(grid, network.scale, sink);
  for (const [index, tile] of grid.tiles.entries()) {
    if (context.signal.aborted) throw abortError();
    const region = tileRegion(grid, tile);
    const rgba = await evaluator.evaluate(region);
    mosaic.add(tile, rgba);
    context.preview({
      x: region.x * network.scale,
      y: region.y * network.scale,
      width: region.width * network.scale,
      height: region.height * network.scale,
      outputWidth: source.width * network.scale,
      outputHeight: source.height * network.scale,
      data: rgba,
    });
    options.onProgress(measureShare + (1 - measureShare) * ((index + 1) / grid.tiles.length));
  }
}

function inferOf(network: Network, session: Session): Infer {
  return network.isOwn ? ownInfer(session, network.scale) : sessionInfer(session);
}

function sessionInfer(session: Session): Infer {
  return async (planes, width, height) => {
    const { y } = await session.run({ x: { type: 'float32', dims: [1, 3, height, width], data: planes } });
    if (y?.type !== 'float32') throw new TypeError('the network has no output y');
    return y.data;
  };
}
