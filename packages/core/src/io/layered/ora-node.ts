import { imageFromBytes, type RasterImage, type Rect } from '../../raster/index.ts';
import type { MaskImage } from './portable-document.ts';

/** What an OpenRaster stack consists of, before pictures are encoded. */
export type OraNode = OraLayer | OraStack;

interface OraProperties {
  readonly name: string;
  readonly visible: boolean;
  /** 0-1. */
  readonly opacity: number;
  readonly compositeOp: string;
  readonly locked: boolean;
}

export interface OraLayer extends OraProperties {
  readonly kind: 'layer';
  readonly image: RasterImage | undefined;
  readonly x: number;
  readonly y: number;
  /** OpenRaster has no masks: the alpha is to be multiplied by all of these. */
  readonly masks: readonly OraMask[];
}

export interface OraStack extends OraProperties {
  readonly kind: 'stack';
  /** False: its layers blend with what is below the stack. */
  readonly isolated: boolean;
  /** From the bottom to the top, unlike in the file. */
  readonly children: readonly OraNode[];
}

/** Coverage over the whole plane. */
export interface OraMask {
  readonly image: MaskImage | undefined;
  readonly x: number;
  readonly y: number;
  readonly outside: number;
}

/** True where some pixel is neither hidden nor shown. */
export function isSoft(mask: Pick<OraMask, 'image'>): boolean {
  return mask.image?.data.some((value) => value !== 0 && value !== 255) ?? false;
}

/** A layer's picture with its masks multiplied into the alpha: a copy, or the layer's own without masks. */
export function maskedImage({ image, x, y, masks }: OraLayer): RasterImage | undefined {
  if (!image || masks.length === 0) return image;
  const masked = imageFromBytes(image.width, image.height, image.data.slice());
  for (const mask of masks) multiplyAlpha(masked, x, y, mask);
  return masked;
}

/**
 * Alpha of everything that shows in a node, as coverage. All blend modes leave the union of two layers'
 * alphas, `a + b - a b`; what is drawn atop adds none.
 *
 * @param node its own opacity does not count
 * @returns undefined where the node is empty
 */
export function coverageOf(node: OraNode): OraMask | undefined {
  const bounds = boundsOf(node);
  if (!bounds) return undefined;
  const { x, y, width, height } = bounds;
  const alpha = new Float32Array(width * height);
  addAlpha(node, bounds, alpha);
  const data = new Uint8Array(alpha.length);
  for (let i = 0; i < data.length; i++) data[i] = Math.round(alpha[i]! * 255);
  return { image: { width, height, data }, x, y, outside: 0 };
}

function addAlpha(node: OraNode, bounds: Rect, alpha: Float32Array): void {
  if (node.kind === 'stack') {
    for (const child of node.children) {
      if (!child.visible || child.compositeOp === 'svg:src-atop') continue;
      const own = new Float32Array(alpha.length);
      addAlpha(child, bounds, own);
      for (let i = 0; i < alpha.length; i++) alpha[i]! += own[i]! * child.opacity * (1 - alpha[i]!);
    }
    return;
  }
  const image = maskedImage(node);
  if (!image) return;
  for (let row = 0, p = 3; row < image.height; row++) {
    let at = (node.y + row - bounds.y) * bounds.width + node.x - bounds.x;
    for (let column = 0; column < image.width; column++, at++, p += 4) alpha[at] = image.data[p]! / 255;
  }
}

/** The smallest rectangle with all pictures of a node. */
function boundsOf(node: OraNode): Rect | undefined {
  if (node.kind === 'layer') {
    const { image, x, y } = node;
    return image && { x, y, width: image.width, height: image.height };
  }
  let all: Rect | undefined;
  for (const child of node.children) {
    const rect = boundsOf(child);
    all = all && rect ? union(all, rect) : (all ?? rect);
  }
  return all;
}

function union(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  const height = Math.max(a.y + a.height, b.y + b.height) - y;
  return { x, y, width, height };
}

function multiplyAlpha({ width, height, data }: RasterImage, x: number, y: number, mask: OraMask): void {
  const { image, outside } = mask;
  const [maskWidth, maskHeight] = [image?.width ?? 0, image?.height ?? 0];
  for (let row = 0, p = 3; row < height; row++) {
    const maskY = y + row - mask.y;
    const inside = maskY >= 0 && maskY < maskHeight;
    for (let column = 0; column < width; column++, p += 4) {
      const maskX = x + column - mask.x;
      const value =
        inside && maskX >= 0 && maskX < maskWidth ? image!.data[maskY * maskWidth + maskX]! : outside;
      if (value !== 255) data[p] = Math.round((data[p]! * value) / 255);
    }
  }
}
