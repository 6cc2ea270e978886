import type { KomaDocument, LayerNode } from '../document.ts';
import { childrenOf, placeOf } from '../layer-tree.ts';
import { outermost } from './outermost.ts';

/** A layer and what is clipped to it, which are drawn as one. From the bottom to the top. */
export interface ClipRun {
  readonly base: LayerNode;
  readonly clipped: readonly LayerNode[];
}

/** The run that a layer belongs to. Clipped layers with nothing below to clip to stand alone. */
export function clipRunOf(document: KomaDocument, id: string): ClipRun {
  const { parent, index } = placeOf(document, id)!;
  const siblings = childrenOf(document, parent);
  const at = siblings.slice(0, index + 1).findLastIndex((layer) => !layer.clip);
  if (at < 0) return { base: siblings[index]!, clipped: [] };
  const end = siblings.findIndex((layer, i) => i > at && !layer.clip);
  return { base: siblings[at]!, clipped: siblings.slice(at + 1, end < 0 ? undefined : end) };
}

/**
 * Layers with what must come along if they become one, or move, for the picture to stay as it is: whole
 * runs where there are several; of a single run its base up to the topmost layer that is among them. The
 * clipped layers of a single run can do without their base.
 * @param layers in no other of them, from the bottom up
 * @returns the same, in no other of them, from the bottom up
 */
export function withClipRuns(document: KomaDocument, layers: readonly LayerNode[]): readonly LayerNode[] {
  const runs = new Map<LayerNode, ClipRun>();
  for (const layer of layers) {
    const run = clipRunOf(document, layer.id);
    runs.set(run.base, run);
  }
  const whole = [...runs.values()].flatMap(({ base, clipped }) => [base, ...clipped]);
  if (runs.size > 1)
    return outermost(
      document,
      whole.map(({ id }) => id),
    );
  const [base] = runs.keys();
  if (!base || !layers.includes(base)) return layers;
  return whole.slice(0, whole.indexOf(layers.at(-1)!) + 1);
}

/** Whether all of these layers are clipped to the same one, which is not among them. */
export function areClippedTogether(document: KomaDocument, layers: readonly LayerNode[]): boolean {
  const bases = new Set(layers.map(({ id }) => clipRunOf(document, id).base));
  return bases.size === 1 && layers.every((layer) => !bases.has(layer));
}

/**
 * Whether what takes the place of layers has to be clipped: if they are clipped together; or if the topmost
 * is, with nothing below to clip to, since what is clipped above it would have something then.
 */
export function isClippedPlace(document: KomaDocument, layers: readonly LayerNode[]): boolean {
  const top = layers.at(-1);
  const standsAlone = top !== undefined && top.clip && clipRunOf(document, top.id).base === top;
  return standsAlone || areClippedTogether(document, layers);
}
