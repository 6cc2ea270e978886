import fc from 'fast-check';
import type { GroupLayer, LayerNode, RasterLayer, GeneratorRecipe, Recipe } from '../../document/index.ts';
import { noise, Page, rect, type Maker } from '../../document/edits/page.test-helper.ts';

/** What is random about a layer. */
export interface Sketch {
  readonly seed: number;
  readonly x: number;
  readonly y: number;
  readonly picture: 'none' | 'painted' | 'file' | 'made' | 'scaled';
  readonly masked: boolean;
  readonly flag: boolean;
  readonly children?: readonly Sketch[] | undefined;
}

const sketch = {
  seed: fc.nat(1000),
  x: fc.integer({ min: -30, max: 270 }),
  y: fc.integer({ min: -30, max: 30 }),
  picture: fc.constantFrom('none', 'painted', 'file', 'made', 'scaled'),
  masked: fc.boolean(),
  flag: fc.boolean(),
} as const;

/** Small documents of layers and groups, two groups deep. Tests only. */
export const sketches: fc.Arbitrary<readonly Sketch[]> = fc.array(
  fc.record({
    ...sketch,
    children: fc.option(
      fc.array(
        fc.record({
          ...sketch,
          children: fc.option(fc.array(fc.record(sketch), { maxLength: 2 }), { nil: undefined }),
        }),
        { maxLength: 2 },
      ),
      { nil: undefined },
    ),
  }),
  { maxLength: 4 },
);

export const recipe = (kept: string): Recipe => ({
  plugin: 'studio.koma.test',
  pluginVersion: '1.2.3',
  operation: 'draw',
  params: { scale: 2, mode: 'photo', exact: true },
  seed: 7,
  inputs: { image: { kept }, other: { layerId: 'x' } },
  placement: 'replace-layer',
});

const generated = (seed: number): GeneratorRecipe => ({
  plugin: 'studio.koma.test',
  pluginVersion: '1.2.3',
  generator: 'character',
  options: { seed, pose: 'waving' },
  as: 'kinds',
  place: { x: seed, y: 3, width: 20, height: 30 },
});

/** A document of these layers, with two kept pictures, on a canvas that ends within tiles. Tests only. */
export function pageOf(layers: readonly Sketch[]): Page {
  return new Page(
    280,
    50,
    (make) => {
      const names = { next: 0 };
      return layers.map((layer) => nodeOf(make, layer, names));
    },
    (make) => ({
      dpi: 601,
      selection: make.coverage(rect(0, 0, 9, 9), () => 9),
      kept: new Map([
        [
          'one',
          {
            width: 300,
            height: 9,
            tiles: make.layer('', noise(300, 9, 1)).tiles,
            origin: { format: 'jpeg', lossless: false, jpegQuality: 60 },
          },
        ],
        ['two', { width: 9, height: 9, tiles: make.layer('', noise(9, 9, 2, 0)).tiles }],
      ]),
    }),
  );
}

function nodeOf(make: Maker, layer: Sketch, names: { next: number }): LayerNode {
  const { x, y, seed, flag, masked, children } = layer;
  const id = `${names.next++}`;
  const outside = seed % 2 ? 255 : 0;
  const mask = {
    ...make.mask(rect(x, y, 40, 20), (px, py) => (px * py) & 255, outside),
    enabled: flag,
    recipe: flag ? recipe('masked') : undefined,
  };
  if (!masked) for (const tile of mask.tiles.values()) make.store.release(tile);
  const common = {
    visible: flag,
    opacity: (seed % 101) / 100,
    clip: seed % 3 === 0,
    locked: !flag,
    alphaLocked: seed % 5 === 0,
    colourTag: flag ? 'red' : 'none',
    ...(masked ? { mask } : {}),
    ...(seed % 4 === 1 ? { generated: generated(seed) } : {}),
    ...(seed % 4 === 2 ? { part: { id: `part-${seed}`, painted: flag } } : {}),
  } as const;
  if (children) {
    const properties: Partial<GroupLayer> = {
      ...common,
      blendMode: flag ? 'normal' : 'pass-through',
      expanded: flag,
    };
    return make.group(
      id,
      children.map((child) => nodeOf(make, child, names)),
      properties,
    );
  }
  return rasterOf(make, layer, id, {
    ...common,
    blendMode: flag ? 'multiply' : 'normal',
    role: seed % 4 === 0 ? 'line-art' : 'fill',
    reference: flag,
    colourMode: 'colour',
  });
}

function rasterOf(
  make: Maker,
  { x, y, seed, picture }: Sketch,
  id: string,
  rest: Partial<RasterLayer>,
): RasterLayer {
  if (picture === 'none') return make.layer(id, undefined, rest);
  const [width, height] = [1 + (seed % 40), 1 + (seed % 23)];
  // What was painted is cropped to what shows, so it shows to its edges.
  if (picture === 'painted') return make.layer(id, noise(width, height, seed, 200), rest, x, y);
  const image = noise(width, height, seed);
  // A frame of which the edges are transparent, and colours lie under that.
  for (let i = 0; i < width * 4; i += 4) image.data[i + 3] = 0;
  const frame = rect(x, y, width, height);
  const origin = { format: 'png', lossless: true } as const;
  if (picture === 'file') return make.layer(id, image, { ...rest, frame, origin }, x, y);
  if (picture === 'made') return make.layer(id, image, { ...rest, frame, recipe: recipe('one') }, x, y);
  const full = { width: 60, height: 30, tiles: make.layer('', noise(60, 30, seed + 1)).tiles };
  return make.layer(
    id,
    image,
    { ...rest, frame, origin, recipe: recipe('two'), original: { picture: full, frame } },
    x,
    y,
  );
}
