import { ORA_APPROXIMATED, ORA_COMPOSITE_OPS } from './ora-composite-ops.ts';
import { coverageOf, isSoft, type OraMask, type OraNode, type OraStack } from './ora-node.ts';
import type { PortableMask, PortableNode } from './portable-document.ts';

/**
 * What an OpenRaster file cannot say, for the person who saves one:
 * - `mask-applied`: masks became part of the layers' alpha;
 * - `mask-dropped`: a mask that was switched off is not in the file;
 * - `group-mask-approximated`: half-transparent parts of a group's mask, on each layer by itself, hide
 *   more where layers overlap;
 * - `clip-approximated`: layers clipped to soft edges in another mode than normal look different there;
 * - `blend-mode-approximated`: linear burn became multiply, or exclusion difference;
 * - `pass-through-approximated`: a group that passes through and is translucent or clipped is isolated.
 */
export type OraWarning =
  | 'mask-applied'
  | 'mask-dropped'
  | 'group-mask-approximated'
  | 'clip-approximated'
  | 'blend-mode-approximated'
  | 'pass-through-approximated';

/**
 * Says a document in the words of OpenRaster. A layer with others clipped to it becomes an isolated stack
 * that has its mode and opacity. Clipped layers in normal mode are drawn with `svg:src-atop`, and cut to
 * where the base is for readers that do not know it. No operator clips and blends, so the base's alpha is
 * multiplied into clipped layers of other modes.
 *
 * @param nodes from the bottom to the top
 * @param warnings what is said differently is added to it
 */
export function planOra(nodes: readonly PortableNode[], warnings: Set<OraWarning>): OraNode[] {
  return planNodes(nodes, []);

  /** @param masks of the groups around, which OpenRaster has to be told layer by layer */
  function planNodes(nodes: readonly PortableNode[], masks: readonly OraMask[]): OraNode[] {
    const result: OraNode[] = [];
    for (let i = 0; i < nodes.length;) {
      const base = nodes[i++]!;
      const first = i;
      // Clipped nodes with no base below them stand alone.
      if (!base.clip) while (nodes[i]?.clip) i++;
      const clipped = nodes.slice(first, i);
      result.push(clipped.length === 0 ? planNode(base, masks) : planClipped(base, clipped, masks));
    }
    return result;
  }

  function planNode(node: PortableNode, outerMasks: readonly OraMask[]): OraNode {
    const { name, visible, opacity, locked, blendMode } = node;
    const masks = node.mask ? [...outerMasks, ...maskOf(node.mask, node.kind === 'group')] : outerMasks;
    if (ORA_APPROXIMATED.has(blendMode)) warnings.add('blend-mode-approximated');
    const through = blendMode === 'pass-through';
    const compositeOp = ORA_COMPOSITE_OPS[through ? 'normal' : blendMode];
    const properties = { name, visible, opacity, locked, compositeOp };
    if (node.kind === 'layer') {
      const { image, x, y } = node;
      return { ...properties, kind: 'layer', image, x, y, masks };
    }
    // The specification has translucent stacks isolated whatever they say.
    if (through && opacity < 1) warnings.add('pass-through-approximated');
    return { ...properties, kind: 'stack', isolated: !through, children: planNodes(node.children, masks) };
  }

  function planClipped(
    base: PortableNode,
    clipped: readonly PortableNode[],
    masks: readonly OraMask[],
  ): OraStack {
    const { name, visible, opacity, compositeOp, ...plain } = isolated(planNode(base, masks), base);
    const bottom = { ...plain, name, visible: true, opacity: 1, compositeOp: 'svg:src-over' } as OraNode;
    const coverage = coverageOf(bottom) ?? { image: undefined, x: 0, y: 0, outside: 0 };
    const support = hardened(coverage);
    const children = clipped.map((node): OraNode => {
      const isNormal = node.blendMode === 'normal' || node.blendMode === 'pass-through';
      if (!isNormal && support !== coverage) warnings.add('clip-approximated');
      const planned = isolated(planNode(node, [...masks, isNormal ? support : coverage]), node);
      return isNormal ? { ...planned, compositeOp: 'svg:src-atop' } : planned;
    });
    const locked = false;
    const stack = { name, visible, opacity, compositeOp, locked, isolated: true };
    return { kind: 'stack', ...stack, children: [bottom, ...children] };
  }

  /** A group that clips or is clipped cannot pass through. */
  function isolated(node: OraNode, source: PortableNode): OraNode {
    if (node.kind === 'layer' || source.blendMode !== 'pass-through') return node;
    warnings.add('pass-through-approximated');
    return { ...node, isolated: true };
  }

  function maskOf(mask: PortableMask, onGroup: boolean): OraMask[] {
    warnings.add(mask.enabled ? 'mask-applied' : 'mask-dropped');
    if (!mask.enabled) return [];
    if (onGroup && isSoft(mask)) warnings.add('group-mask-approximated');
    return [mask];
  }
}

/** Coverage made 255 wherever it is not 0; itself where it is that already. */
function hardened(mask: OraMask): OraMask {
  if (!mask.image || !isSoft(mask)) return mask;
  const data = mask.image.data.map((value) => (value === 0 ? 0 : 255));
  return { ...mask, image: { ...mask.image, data } };
}
