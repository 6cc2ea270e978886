import type { BackendName } from '@koma/core/inference';
import type { Network } from './network.ts';

/**
 * Pixels by which CUNet's tiles reach into their neighbours, to be blended: 16 result pixels a seam.
 * Enough to hide a step of up to 6 levels, and cheap beside the context of 18.
 */
export const CUNET_OVERLAP = 4;

/**
 * Largest tile, as the side of a square of its area. Local networks give the same picture with any
 * size: native runs best at 256, WebAssembly loses 5 % at 128 but shows progress four times as often.
 *
 * CUNet pools over its tile, so its result depends on it, and it has one size everywhere. Larger tiles
 * differ less from the whole picture, and above 384 become slower as they leave the processor's cache.
 * @param wanted 0 to choose
 */
export function tileSize(network: Network, backend: BackendName, wanted: number): number {
  if (wanted > 0) return Math.max(16, wanted);
  // Large feature maps are usual among them, and so is little memory.
  if (network.isOwn) return 192;
  if (!network.local) return 384;
  return backend === 'wasm' ? 128 : 256;
}
