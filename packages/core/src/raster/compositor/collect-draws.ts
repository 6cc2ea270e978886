import type { CompositeNode, TileReader, TileRows } from './composite-node.ts';
import type { Draw } from './draw.ts';
import type { TileMemory } from './tile-memory.ts';

/** The tile at hand. */
export interface TileJob {
  readonly tx: number;
  readonly ty: number;
  readonly rows: TileRows;
  readonly reader: TileReader;
  readonly memory: TileMemory;
}

/**
 * What of these nodes is to be drawn in a tile, from bottom to top; pixels and masks are copied into the
 * kernels' memory. Pass-through groups that are neither faded nor masked dissolve into their children.
 */
export function collectDraws(nodes: readonly CompositeNode[], job: TileJob): Draw[] {
  const draws: Draw[] = [];
  for (let i = 0; i < nodes.length;) {
    const node = nodes[i++]!;
    const first = i;
    // Clipped nodes with no base below them stand alone.
    if (!node.clip) while (nodes[i]?.clip) i++;
    collect(node, nodes.slice(first, i), job, draws);
  }
  return draws;
}

/** Adds a node and what is clipped to it to `draws`. */
function collect(node: CompositeNode, clips: readonly CompositeNode[], job: TileJob, draws: Draw[]): void {
  const base = collectOne(node, job);
  if (!base) return;
  const clipped = clips.flatMap((clip) => collectOne(clip, job) ?? []);
  const through = base.children.length > 0 && node.blendMode === 'pass-through' && clips.length === 0;
  if (through && base.opacity === 1 && base.mask === 0) draws.push(...base.children);
  else if (through) draws.push({ ...base, through });
  else draws.push({ ...unwrap(base), clipped });
}

/** A node by itself, as if `pass-through` were `normal`. */
function collectOne(node: CompositeNode, job: TileJob): Draw | undefined {
  if (!node.visible || !(node.opacity > 0)) return undefined;
  const coverage = node.hasMask ? job.reader.mask(node, job.tx, job.ty) : 255;
  if (coverage === 0) return undefined;
  const uniform = typeof coverage === 'number';
  const mask = uniform ? 0 : job.memory.put(coverage, 1, job.rows);
  const opacity = Math.min(1, node.opacity) * (uniform ? coverage / 255 : 1);
  const mode = node.blendMode === 'pass-through' ? 'normal' : node.blendMode;
  const plain = mode === 'normal' && opacity === 1 && mask === 0;
  const draw = { mode, opacity, mask, clipped: [], through: false };
  if (node.children) {
    const children = collectDraws(node.children, job);
    return children.length > 0 ? { ...draw, pixels: 0, children, verbatim: plain } : undefined;
  }
  const bytes = job.reader.pixels(node, job.tx, job.ty);
  if (!bytes) return undefined;
  return { ...draw, pixels: job.memory.put(bytes, 4, job.rows), children: [], verbatim: plain };
}

/** A group of one is that one in the group's mode: what it is alone with cannot change its colour. */
function unwrap(group: Draw): Draw {
  const only = group.children[0];
  if (!only || group.children.length > 1 || only.clipped.length > 0) return group;
  if (only.mask !== 0 && group.mask !== 0) return group;
  return {
    ...only,
    through: false,
    mode: group.mode,
    opacity: group.opacity * only.opacity,
    mask: group.mask || only.mask,
    verbatim: group.verbatim && only.verbatim,
  };
}
