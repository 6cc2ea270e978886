import type { PortableDocument, PortableGroup, PortableLayer } from '@koma/core/layered';
import { walkNodes } from '@koma/core/layered';
import { createImage } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import { composeDocument, inOneGroup, singleLayer, withParts } from './compose-document.ts';

/** Whoever has a size, has other things besides. */
const canvas = { width: 300, height: 200, name: 'Untitled' };
const one = singleLayer('Hero', createImage(40, 60));

/** A document of a masked group with a layer in it, and another layer. */
function layered(name: string): PortableDocument {
  const [layer] = one.nodes as [PortableLayer];
  const mask = { image: undefined, x: 3, y: 4, enabled: true, outside: 255 } as const;
  const inner: PortableLayer = {
    ...layer,
    id: 'inner',
    x: 5,
    y: 7,
    original: { image: createImage(2, 2), frame: { x: 5, y: 7, width: 1, height: 1 } },
  };
  const group: PortableGroup = {
    ...layer,
    kind: 'group',
    id: 'group',
    blendMode: 'normal',
    children: [inner],
    expanded: true,
    mask,
  };
  return { ...one, name, nodes: [group, layer] };
}

describe('composeDocument', () => {
  it('moves a document into the middle of its frame, with masks and originals', () => {
    const frame = { x: 100, y: 50, width: 60, height: 61 };
    const { nodes, ...head } = composeDocument('Page', canvas, 600, [{ document: layered('A'), frame }]);
    expect(head).toEqual({ name: 'Page', width: 300, height: 200, dpi: 600 });
    const [group, layer] = nodes as [PortableGroup, PortableLayer];
    expect(layer).toMatchObject({ x: 110, y: 50 });
    expect(group.mask).toMatchObject({ x: 113, y: 54 });
    expect(group.children[0]).toMatchObject({
      x: 115,
      y: 57,
      original: { frame: { x: 115, y: 57, width: 1, height: 1 } },
    });
  });

  it('makes a group of each of several, but for those of one layer, and keeps their ids apart', () => {
    const frame = { x: 0, y: 0, width: 40, height: 60 };
    const placed = [layered('Smile'), layered('Angry'), one].map((document) => ({ document, frame }));
    const { nodes } = composeDocument('Sheet', canvas, 350, placed);
    expect(nodes.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'group Smile',
      'group Angry',
      'layer Hero',
    ]);
    const ids = Array.from(walkNodes(nodes), ({ id }) => id);
    expect(new Set(ids).size).toBe(9);
  });

  it('leaves what it was given as it was', () => {
    const document = layered('A');
    const before = structuredClone(document);
    composeDocument('Page', canvas, 350, [{ document, frame: { x: 9, y: 9, width: 40, height: 60 } }]);
    expect(document).toEqual(before);
  });
});

describe('inOneGroup', () => {
  it("puts a group of the document's name around several, and leaves one alone", () => {
    const { nodes } = inOneGroup(layered('Sheet'), true);
    expect(nodes).toMatchObject([
      { kind: 'group', name: 'Sheet', expanded: true, children: layered('x').nodes },
    ]);
    expect(inOneGroup(one, true)).toBe(one);
  });
});

describe('what was generated', () => {
  const recipe = {
    plugin: 'studio.koma.test',
    pluginVersion: '1.0.0',
    generator: 'squares',
    options: { seed: 1 },
  };
  const frame = { x: 100, y: 50, width: 60, height: 61 };
  const place = { x: 110, y: 50, width: 40, height: 60 };

  it('is a group with its recipe and place, whose layers know which part they are', () => {
    const placed = { document: one, frame, recipe: { ...recipe, as: 'kinds' } as const };
    const { nodes } = composeDocument('Page', canvas, 350, [placed]);
    expect(nodes).toMatchObject([
      {
        kind: 'group',
        name: 'Hero',
        generated: { ...recipe, as: 'kinds', place },
        children: [{ kind: 'layer', part: { id: 'picture' }, x: 110, y: 50 }],
      },
    ]);
  });

  it('is a layer with its recipe where it was drawn as one', () => {
    const placed = { document: one, frame, recipe: { ...recipe, as: 'whole' } as const };
    const [layer] = composeDocument('Page', canvas, 350, [placed]).nodes;
    expect(layer).toMatchObject({ kind: 'layer', generated: { ...recipe, as: 'whole', place } });
    expect(layer!.part).toBeUndefined();
  });

  it('says where it comes from, and the plugin does not', () => {
    const forged = singleLayer('Hero', createImage(4, 6), {
      generated: { ...recipe, plugin: 'studio.koma.forged', as: 'whole', place },
      recipe: {
        plugin: 'studio.koma.forged',
        pluginVersion: '1.0.0',
        operation: 'draw',
        params: {},
        inputs: {},
        placement: 'new-layer',
      },
    });
    const [layer] = withParts(forged.nodes) as [PortableLayer];
    expect([layer.generated, layer.recipe, layer.part]).toEqual([undefined, undefined, { id: 'picture' }]);
  });
});
