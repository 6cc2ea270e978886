import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayerNode } from '../document.ts';
import { childrenOf, placeOf, walkLayers } from '../layer-tree.ts';
import type { Transaction } from '../transaction.ts';
import { flattenAll, mergeDown, mergeLayers, mergeVisible } from './merge-layers.ts';
import { codeOf, compositor, difference, noise, Page, rect } from './page.test-helper.ts';
import { seen } from './seen.test-helper.ts';

describe('merging in any document of normal layers', () => {
  interface Sketch {
    readonly visible: boolean;
    readonly clip: boolean;
    readonly opacity: number;
    readonly masked: boolean;
    readonly x: number;
    readonly y: number;
    readonly children?: readonly Sketch[];
  }
  const properties = {
    visible: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
    clip: fc.boolean(),
    opacity: fc.constantFrom(1, 1, 0.5, 0.9),
    masked: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
    x: fc.integer({ min: -20, max: 30 }),
    y: fc.integer({ min: -20, max: 20 }),
  };
  const leaf: fc.Arbitrary<Sketch> = fc.record(properties);
  const group: fc.Arbitrary<Sketch> = fc.record({
    ...properties,
    children: fc.array(leaf, { minLength: 0, maxLength: 3 }),
  });
  const documents = fc.array(fc.oneof({ weight: 3, arbitrary: leaf }, group), { minLength: 1, maxLength: 5 });

  const build = (sketches: readonly Sketch[]) =>
    new Page(40, 30, (make) => {
      let count = 0;
      const node = ({ visible, clip, opacity, masked, x, y, children }: Sketch): LayerNode => {
        const name = `${count++}`;
        const mask = masked
          ? { mask: make.mask(rect(x, y, 25, 20), (px, py) => (px * 9 + py * 5) & 255, 255) }
          : {};
        const rest = { visible, clip, opacity, ...mask };
        return children
          ? make.group(name, children.map(node), { ...rest, blendMode: x % 2 ? 'normal' : 'pass-through' })
          : make.layer(name, noise(30, 25, count), rest, x, y);
      };
      return sketches.map(node);
    });

  const choice = fc.nat(1000);
  const merges: Record<string, (t: Transaction, a: number, b: number) => string> = {
    down: (t, a) => {
      const all = [...walkLayers(t.document.layers)];
      const upper = all.filter(({ id, kind }) => kind === 'group' || placeOf(t.document, id)!.index > 0);
      return mergeDown(t, (upper[a % upper.length] ?? all[0]!).id, compositor);
    },
    visible: (t) => mergeVisible(t, compositor),
    flatten: (t) => flattenAll(t, compositor),
    neighbours: (t, a, b) => {
      const { parent, index } = placeOf(t.document, pick(t, a).id)!;
      const siblings = childrenOf(t.document, parent).slice(index, index + 2 + (b % 3));
      return mergeLayers(
        t,
        siblings.map(({ id }) => id),
        compositor,
      );
    },
  };
  const pick = (t: Transaction, n: number): LayerNode => {
    const all = [...walkLayers(t.document.layers)];
    return all[n % all.length]!;
  };

  it.each(Object.keys(merges))('(%s) leaves the picture as it is', (how) => {
    fc.assert(
      fc.property(documents, choice, choice, (sketches, a, b) => {
        const page = build(sketches);
        const before = seen(page);
        const code = codeOf(() => page.edit((t) => merges[how]!(t, a, b)));
        expect(difference(seen(page), before)).toBeLessThanOrEqual(1);
        page.checkOwners();
        if (code !== undefined) expect(code).toBe('NOTHING_TO_MERGE');
        fc.pre(code === undefined);
      }),
      { numRuns: 20 },
    );
  });
});
