import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayerInfo } from '#lib/raster/protocol.ts';
import { dropTarget, type RowBox } from './drop-target.ts';
import { groupInfo, layerInfo, moved, outline } from './layer-infos.test-helper.ts';
import { layerRows, outermost } from './layer-rows.ts';

const HEIGHT = 40;
const boxesOf = (count: number): RowBox[] =>
  Array.from({ length: count }, (_, i) => ({ top: i * HEIGHT, height: HEIGHT }));

/** From the top: ink, figure(shade, flats), paper. */
const tree = [
  layerInfo('paper'),
  groupInfo('figure', [layerInfo('flats'), layerInfo('shade')]),
  layerInfo('ink'),
];

/** Drops at a line counted from the top; .0 is its upper edge. */
function drop(layers: readonly LayerInfo[], ids: readonly string[], line: number, wish = 0) {
  const rows = layerRows(layers);
  return dropTarget(rows, boxesOf(rows.length), ids, line * HEIGHT, wish);
}

function after(layers: readonly LayerInfo[], ids: readonly string[], line: number, wish = 0): string[] {
  const target = drop(layers, ids, line, wish);
  return outline(target ? moved(layers, ids, target.parent, target.index) : layers);
}

describe('dropTarget', () => {
  it('puts a layer between two others', () => {
    expect(after(tree, ['paper'], 0.2)).toEqual(['paper', 'ink', 'figure', '  shade', '  flats']);
    expect(after(tree, ['ink'], 3.9)).toEqual(['figure', '  shade', '  flats', 'ink', 'paper']);
  });

  it('puts a layer into the group under the pointer, on top', () => {
    expect(drop(tree, ['paper'], 1.5)).toMatchObject({ parent: 'figure', into: 'figure' });
    expect(after(tree, ['paper'], 1.5)).toEqual(['ink', 'figure', '  paper', '  shade', '  flats']);
  });

  it('puts a layer into a folded and into an empty group', () => {
    const folded = [
      layerInfo('a'),
      groupInfo('g', [layerInfo('b')], { expanded: false }),
      groupInfo('e', []),
    ];
    expect(after(folded, ['a'], 1.5)).toEqual(['e', 'g', '  a', '  b']);
    expect(after(folded, ['a'], 0.5)).toEqual(['e', '  a', 'g', '  b']);
  });

  it('at the end of a group, moving sideways decides whether a layer is in it or below it', () => {
    expect(after(tree, ['ink'], 3.9, 0)).toEqual(['figure', '  shade', '  flats', 'ink', 'paper']);
    expect(after(tree, ['ink'], 3.9, 1)).toEqual(['figure', '  shade', '  flats', '  ink', 'paper']);
    expect(after(tree, ['ink'], 3.9, 9)).toEqual(['figure', '  shade', '  flats', '  ink', 'paper']);
  });

  it('below the last line is the bottom of the document', () => {
    expect(after(tree, ['ink'], 99)).toEqual(['figure', '  shade', '  flats', 'paper', 'ink']);
  });

  it('moves several layers together and keeps their order', () => {
    expect(after(tree, ['ink', 'paper'], 2.9, 1)).toEqual([
      'figure',
      '  shade',
      '  ink',
      '  paper',
      '  flats',
    ]);
  });

  it('is nothing where nothing would change, and never puts a group into itself', () => {
    expect(drop(tree, ['ink'], 0.2)).toBeUndefined();
    expect(drop(tree, ['ink'], 0.9)).toBeUndefined();
    for (const line of [1.3, 1.5, 2.2, 3.1]) expect(drop(tree, ['figure'], line, 1)).toBeUndefined();
    expect(drop(tree, ['shade'], 1.5)).toBeUndefined();
  });

  it('puts what is dragged directly below the line above the gap that stays, at the depth that is shown', () => {
    const arbitraryTree = fc.letrec<{ list: Shape[] }>((tie) => ({
      list: fc.array(
        fc.record({
          children: fc.option(tie('list'), { nil: undefined, depthSize: 'small' }),
          expanded: fc.boolean(),
        }),
        { maxLength: 4, depthIdentifier: 'tree' },
      ),
    })).list;
    fc.assert(
      fc.property(
        arbitraryTree,
        fc.array(fc.nat(12), { minLength: 1, maxLength: 4 }),
        fc.double({ min: -1, max: 14, noNaN: true }),
        fc.nat(4),
        (shapes, picks, line, wish) => {
          const layers = build(shapes, { n: 0 });
          const rows = layerRows(layers);
          fc.pre(rows.length > 0);
          const ids = picks.map((pick) => rows[pick % rows.length]!.layer.id);
          const dragged = outermost(layers, ids).map(({ id }) => id);
          const target = dropTarget(rows, boxesOf(rows.length), dragged, line * HEIGHT, wish);
          if (!target) return;
          const result = moved(layers, dragged, target.parent, target.index);
          // Nothing is lost, and something has changed.
          expect(
            outline(result)
              .map((text) => text.trim())
              .toSorted(),
          ).toEqual(
            outline(layers)
              .map((text) => text.trim())
              .toSorted(),
          );
          expect(outline(result)).not.toEqual(outline(layers));
          const carried = new Set(
            outline(layers.flatMap((layer) => find(layer, dragged))).map((text) => text.trim()),
          );
          const shown = layerRows(result).map(({ layer }) => layer.id);
          const first = layerRows(result).find(({ layer }) => carried.has(layer.id));
          if (!first) return; // in a folded group
          expect(first.depth).toBe(target.depth);
          const anchor =
            target.into ??
            rows.slice(0, target.gap).findLast(({ layer }) => !carried.has(layer.id))?.layer.id;
          expect(shown[shown.indexOf(first.layer.id) - 1]).toBe(anchor);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

interface Shape {
  readonly children: Shape[] | undefined;
  readonly expanded: boolean;
}

function build(shapes: readonly Shape[], counter: { n: number }): LayerInfo[] {
  return shapes.map(({ children, expanded }) => {
    const id = `l${counter.n++}`;
    return children ? groupInfo(id, build(children, counter), { expanded }) : layerInfo(id);
  });
}

function find(layer: LayerInfo, ids: readonly string[]): LayerInfo[] {
  return ids.includes(layer.id) ? [layer] : layer.children.flatMap((child) => find(child, ids));
}
