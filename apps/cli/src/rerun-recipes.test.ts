import type { Recipe } from '@koma/core/document';
import type { PortableDocument, PortableGroup, PortableLayer, PortableNode } from '@koma/core/layered';
import type { ImageInput, OperationInputs } from '@koma/core/plugin';
import { createImage, type RasterImage } from '@koma/core/raster';
import { expect, test } from 'vitest';
import { rerunRecipes, type RunRecipe } from './rerun-recipes.ts';

const properties = {
  visible: true,
  opacity: 1,
  blendMode: 'normal',
  clip: false,
  locked: false,
  alphaLocked: false,
  colourTag: 'none',
} as const;

function layer(
  id: string,
  image: RasterImage | undefined,
  change: Partial<PortableLayer> = {},
): PortableLayer {
  const own = { kind: 'layer', id, name: id, role: 'none', colourMode: 'colour', image, x: 0, y: 0 } as const;
  return { ...properties, ...own, ...change };
}

function group(id: string, children: readonly PortableNode[]): PortableGroup {
  return { ...properties, kind: 'group', id, name: id, expanded: true, children };
}

function grey(width: number, height: number, level: number): RasterImage {
  const image = createImage(width, height);
  image.data.fill(level);
  return image;
}

const recipe = (inputs: Recipe['inputs'], operation = 'brighten'): Recipe => ({
  plugin: 'studio.koma.test',
  pluginVersion: '1.0.0',
  operation,
  params: {},
  inputs,
  placement: 'new-layer',
});

const page = (nodes: readonly PortableNode[], change: Partial<PortableDocument> = {}): PortableDocument => ({
  name: 'page',
  width: 8,
  height: 6,
  dpi: 350,
  nodes,
  ...change,
});

/** Runs all recipes for pictures as told; no mask has one. */
const pictures = (picture: RunRecipe['picture']): RunRecipe => ({
  picture,
  mask: () => Promise.reject(new Error('there is no mask')),
});

/** Adds 1 to everything, so that the result tells how often and over what it ran. */
const brighten = pictures((_, inputs) => {
  const { width, height, data } = (inputs['image'] as ImageInput).image;
  return Promise.resolve({ width, height, data: data.map((value) => value + 1) });
});

const level = (node: PortableNode | undefined) => (node as PortableLayer).image?.data[0];

test('recipes run from the bottom to the top, in groups too, each over what was just made', async () => {
  const nodes = [
    layer('source', grey(4, 4, 10)),
    group('g', [layer('a', grey(4, 4, 200), { recipe: recipe({ image: { layerId: 'source' } }) })]),
    layer('b', grey(4, 4, 200), { recipe: recipe({ image: { layerId: 'a' } }) }),
  ];
  const before = structuredClone(nodes);
  const { nodes: made } = await rerunRecipes(page(nodes), brighten);
  expect([level(made[0]), level((made[1] as PortableGroup).children[0]), level(made[2])]).toEqual([
    10, 11, 12,
  ]);
  expect(nodes).toEqual(before);
});

test('a recipe below its source sees the source as it was', async () => {
  const nodes = [
    layer('below', grey(4, 4, 200), { recipe: recipe({ image: { layerId: 'above' } }) }),
    layer('above', grey(4, 4, 50), { recipe: recipe({ image: { kept: 'k' } }) }),
  ];
  const kept = new Map([['k', { image: grey(4, 4, 0) }]]);
  const { nodes: made } = await rerunRecipes(page(nodes, { kept }), brighten);
  expect(made.map(level)).toEqual([51, 1]);
});

test('a kept picture and a layer of a file bring where they came from, a scaled layer its original', async () => {
  const origin = { format: 'jpeg', lossless: false, jpegQuality: 75 } as const;
  const original = { image: grey(8, 8, 9), frame: { x: 0, y: 0, width: 4, height: 4 } };
  const all = recipe({ a: { kept: 'k' }, b: { layerId: 'file' }, c: { layerId: 'scaled' } });
  const nodes = [
    layer('file', grey(4, 4, 1), { origin }),
    layer('scaled', grey(4, 4, 1), { original }),
    layer('made', grey(4, 4, 200), { recipe: all }),
  ];
  const kept = new Map([['k', { image: grey(2, 2, 3), origin }]]);
  let seen: OperationInputs = {};
  const seeing = pictures((_, inputs) => {
    seen = inputs;
    return Promise.resolve(grey(4, 4, 0));
  });
  await rerunRecipes(page(nodes, { kept }), seeing);
  expect(seen).toEqual({
    a: { image: grey(2, 2, 3), origin },
    b: { image: grey(4, 4, 1), origin },
    c: { image: original.image },
  });
});

const from = { recipe: recipe({ image: { kept: 'k' } }) };
const makes = (image: RasterImage) => pictures(() => Promise.resolve(image));
const kept = new Map([['k', { image: grey(4, 4, 0) }]]);

test.each([
  ['of the size before stays where it was moved', grey(8, 6, 0), grey(8, 6, 1), [3, -2]],
  ["of the canvas's size, other than before, lies on the canvas", grey(2, 2, 0), grey(8, 6, 1), [0, 0]],
  ['of any other size keeps the top left corner', grey(2, 2, 0), grey(5, 5, 1), [3, -2]],
  ["where there was none, of the canvas's size, lies on the canvas", undefined, grey(8, 6, 1), [0, 0]],
])('a result %s', async (_, old, result, place) => {
  const nodes = [layer('a', old, { x: 3, y: -2, ...from })];
  const { nodes: made } = await rerunRecipes(page(nodes, { kept }), makes(result));
  const { image, x, y } = made[0] as PortableLayer;
  expect({ image, place: [x, y] }).toEqual({ image: result, place });
});

test('a result fills the frame of a scaled layer, and is kept in full', async () => {
  const frame = { x: 1, y: 2, width: 3, height: 2 };
  const mask = { image: undefined, x: 0, y: 0, enabled: true, outside: 255 } as const;
  const nodes = [layer('a', grey(3, 2, 0), { ...from, original: { image: grey(6, 4, 0), frame }, mask })];
  const { nodes: made } = await rerunRecipes(page(nodes, { kept }), makes(grey(12, 8, 77)));
  expect(made[0]).toMatchObject({ x: 1, y: 2, mask, original: { frame, image: grey(12, 8, 77) } });
  expect((made[0] as PortableLayer).image).toEqual(grey(3, 2, 77));
});

test('the composite of before is left out', async () => {
  const document = page([], { composite: grey(8, 6, 1) });
  expect((await rerunRecipes(document, brighten)).composite).toBeUndefined();
});

test.each<[string, Recipe['inputs']]>([
  ['a layer that is gone', { image: { layerId: 'gone' } }],
  ['a picture that is not kept', { image: { kept: 'gone' } }],
  ['a group', { image: { layerId: 'g' } }],
  ['an empty layer', { image: { layerId: 'empty' } }],
  ['itself', { image: { layerId: 'made' } }],
])('a recipe over %s cannot be run', async (_, inputs) => {
  const nodes = [
    group('g', []),
    layer('empty', undefined),
    layer('made', grey(2, 2, 2), { recipe: recipe(inputs) }),
  ];
  await expect(rerunRecipes(page(nodes, { kept }), brighten)).rejects.toThrow(
    expect.objectContaining({
      code: 'RECIPE_INPUT_MISSING',
      message: expect.stringContaining('"made"'),
      details: { name: 'made', input: 'image' },
    }),
  );
});

test('what was marked stays with its recipe, and is on the canvas whatever was cropped of the layer', async () => {
  const strokes = { strokes: [{ label: 'fg', radius: 2, points: [[3.5, 2.5] as const] }] };
  const cut = recipe({ image: { layerId: 'source' }, strokes }, 'segment');
  const mask = { image: undefined, x: 3, y: 1, enabled: false, outside: 0, recipe: cut } as const;
  const nodes = [
    layer('source', grey(2, 3, 9), { x: 5, y: -1, mask }),
    layer('made', grey(1, 1, 0), { recipe: cut, x: 2, y: 2 }),
  ];
  const made = { width: 8, height: 6, data: new Uint8Array(48).fill(7) };
  const seen: [string, OperationInputs][] = [];
  const { nodes: result } = await rerunRecipes(page(nodes), {
    picture: (_, inputs) => {
      seen.push(['picture', inputs]);
      return Promise.resolve(grey(8, 6, 5));
    },
    mask: (_, inputs) => {
      seen.push(['mask', inputs]);
      return Promise.resolve(made);
    },
  });
  expect(result[0]).toEqual({ ...nodes[0], mask: { ...mask, image: made, x: 0, y: 0 } });
  expect(result[1]).toMatchObject({ image: grey(8, 6, 5), x: 0, y: 0 });
  expect(seen.map(([kind]) => kind)).toEqual(['mask', 'picture']);
  for (const [, inputs] of seen) {
    expect(inputs['strokes']).toEqual(strokes);
    const { image } = inputs['image'] as ImageInput;
    const levels = Array.from({ length: 48 }, (_, at) => image.data[4 * at + 3]);
    const here = new Set([5, 6, 13, 14]);
    expect(levels).toEqual(levels.map((_, at) => (here.has(at) ? 9 : 0)));
  }
});

test('a mask that was joined to another is joined again, over pictures of the size that the page has now', async () => {
  const strokes = { strokes: [{ label: 'fg', radius: 2, points: [[3.5, 2.5] as const] }] };
  const before = grey(8, 6, 255);
  before.data.fill(0, 0, 8 * 4 * 3);
  const cut: Recipe = {
    ...recipe({ image: { kept: 'source' }, strokes }, 'segment'),
    joined: { mode: 'intersect', kept: 'before' },
  };
  const mask = { image: undefined, x: 0, y: 0, enabled: true, outside: 0, recipe: cut } as const;
  const kept = new Map([
    ['source', { image: grey(4, 3, 9) }],
    ['before', { image: before }],
  ]);
  const data = new Uint8Array(48).fill(7);
  const sizes: number[][] = [];
  const made = await rerunRecipes(page([layer('masked', grey(8, 6, 1), { mask })], { kept }), {
    picture: () => Promise.reject(new Error('there is no picture')),
    mask: (_, inputs) => {
      const { image } = inputs['image'] as ImageInput;
      sizes.push([image.width, image.height]);
      return Promise.resolve({ width: 8, height: 6, data });
    },
  });
  expect(sizes).toEqual([[8, 6]]);
  const expected = Array.from({ length: 48 }, (_, at) => (at < 24 ? 0 : 7));
  expect([...made.nodes[0]!.mask!.image!.data]).toEqual(expected);
});
