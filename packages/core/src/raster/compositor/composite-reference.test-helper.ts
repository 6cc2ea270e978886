import type { BlendMode } from '../blend/index.ts';
import { atopReference, CLEAR, overReference, type Colour } from '../blend/blend-reference.test-helper.ts';
import type { CompositeNode } from './composite-node.ts';

/** Values of one pixel: of layers as straight RGBA 0-255, of masks 0-255. */
export interface PixelSource {
  pixel(node: CompositeNode): ArrayLike<number> | undefined;
  coverage(node: CompositeNode): number;
}

/**
 * What a tree of layers looks like at one pixel, in float64, by recursion over the tree. Slow and plain:
 * nothing is skipped, merged or reordered.
 */
export function compositeReference(nodes: readonly CompositeNode[], source: PixelSource): Colour {
  return drawList(nodes, CLEAR, source);
}

function drawList(nodes: readonly CompositeNode[], backdrop: Colour, source: PixelSource): Colour {
  let result = backdrop;
  nodes.forEach((node, index) => {
    const base = node.clip ? nodes.slice(0, index).findLast((below) => !below.clip) : undefined;
    if (base) return;
    const firstAbove = nodes.findIndex((above, i) => i > index && !above.clip);
    const above = nodes.slice(index + 1, firstAbove < 0 ? undefined : firstAbove);
    result = drawNode(node, node.clip ? [] : above, result, source);
  });
  return result;
}

/** Draws a node with all that is clipped to it. */
function drawNode(
  node: CompositeNode,
  clipped: readonly CompositeNode[],
  backdrop: Colour,
  source: PixelSource,
): Colour {
  const shown = coverageOf(node, source);
  if (node.children && node.blendMode === 'pass-through' && clipped.length === 0)
    return fade(backdrop, drawList(node.children, backdrop, source), shown);
  let colour = content(node, source);
  for (const clip of clipped) {
    const top = content(clip, source);
    const alpha = top.alpha * coverageOf(clip, source);
    colour = atopReference(modeOf(clip), colour, { ...top, alpha });
  }
  return overReference(modeOf(node), backdrop, { ...colour, alpha: colour.alpha * shown });
}

/** A node by itself, without its own opacity and mask. */
function content(node: CompositeNode, source: PixelSource): Colour {
  if (node.children) return drawList(node.children, CLEAR, source);
  const bytes = source.pixel(node);
  if (!bytes) return CLEAR;
  return { rgb: [bytes[0]! / 255, bytes[1]! / 255, bytes[2]! / 255], alpha: bytes[3]! / 255 };
}

function coverageOf(node: CompositeNode, source: PixelSource): number {
  if (!node.visible) return 0;
  return node.opacity * (node.hasMask ? source.coverage(node) / 255 : 1);
}

function modeOf(node: CompositeNode): BlendMode {
  return node.blendMode === 'pass-through' ? 'normal' : node.blendMode;
}

/** From `a` to `b` in premultiplied colour. */
function fade(a: Colour, b: Colour, t: number): Colour {
  const alpha = a.alpha * (1 - t) + b.alpha * t;
  if (alpha === 0) return CLEAR;
  const mix = (i: 0 | 1 | 2): number => (a.rgb[i] * a.alpha * (1 - t) + b.rgb[i] * b.alpha * t) / alpha;
  return { rgb: [mix(0), mix(1), mix(2)], alpha };
}
