/**
 * Where CUNet's four squeeze-and-excitation blocks pool. A tile of core width `w` has, at block k, a
 * feature map `factor * w + surplus` wide: the surplus is what is left of the context there, and of
 * it `lead` lies before the core. Derived from the valid convolutions of the two U-nets.
 */
export interface PoolingBlock {
  /** Names of the block's values in the ONNX graph. */
  readonly features: string;
  readonly pooled: string;
  readonly channels: number;
  readonly factor: number;
  readonly surplus: number;
}

function block(k: number, channels: number, factor: number, surplus: number): PoolingBlock {
  return { features: `se${k}.features`, pooled: `se${k}.pooled`, channels, factor, surplus };
}

const ENLARGING = [
  block(1, 64, 1 / 2, 12),
  block(2, 128, 1, 14),
  block(3, 128, 1 / 2, 3),
  block(4, 64, 1, 2),
] as const;
const SAME_SIZE = [
  block(1, 64, 1 / 2, 22),
  block(2, 128, 1 / 2, 14),
  block(3, 128, 1 / 4, 3),
  block(4, 64, 1 / 2, 2),
] as const;

/** The blocks of CUNet at 2x or 1x, in the order of the graph. */
export function poolingBlocks(scale: number): readonly PoolingBlock[] {
  return scale === 2 ? ENLARGING : SAME_SIZE;
}

/**
 * The part of a tile's feature map, along one axis, that no other tile counts. Together the tiles'
 * parts are the whole picture's map, whose ends include the padding around the picture.
 *
 * @param start, size the tile's core in pixels; @param total the picture's size, rounded up to the
 *   network's multiple; @param isLast the last tile along the axis
 */
export function ownShare(
  block: PoolingBlock,
  start: number,
  size: number,
  total: number,
  isLast: boolean,
): { readonly from: number; readonly to: number } {
  const lead = Math.floor(block.surplus / 2);
  return {
    from: start === 0 ? 0 : lead,
    to: isLast ? (total - start) * block.factor + block.surplus : size * block.factor + lead,
  };
}
