import fc from 'fast-check';
import sharp from 'sharp';
import { COLOUR_TAGS, GENERATED_FORMS, type GeneratorRecipe, type Recipe } from '../../document/index.ts';
import type { ImageInput } from '../../plugin/index.ts';
import { BLEND_MODES, imageFromBytes, type RasterImage } from '../../raster/index.ts';
import type {
  MaskImage,
  PortableDocument,
  PortableGroup,
  PortableLayer,
  PortableMask,
  PortableNode,
} from './portable-document.ts';

type Colour = readonly [number, number, number, number];

/** A picture of one colour, or of what `colourAt` gives for every pixel. Tests only. */
export function picture(
  width: number,
  height: number,
  colour: Colour | ((x: number, y: number) => Colour),
): RasterImage {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++)
    data.set(typeof colour === 'function' ? colour(i % width, Math.floor(i / width)) : colour, i * 4);
  return { width, height, data };
}

/** A mask's picture of what `coverageAt` gives for every pixel. Tests only. */
export function coverage(
  width: number,
  height: number,
  coverageAt: (x: number, y: number) => number,
): MaskImage {
  const data = Uint8Array.from({ length: width * height }, (_, i) =>
    coverageAt(i % width, Math.floor(i / width)),
  );
  return { width, height, data };
}

const properties = {
  visible: true,
  opacity: 1,
  blendMode: 'normal',
  clip: false,
  locked: false,
  alphaLocked: false,
  colourTag: 'none',
} as const;

let counter = 0;

/** A layer with nothing special about it but what is given. Tests only. */
export function layer(name: string, image?: RasterImage, change: Partial<PortableLayer> = {}): PortableLayer {
  const id = `layer-${counter++}`;
  const own = { kind: 'layer', id, name, role: 'none', colourMode: 'colour', image, x: 0, y: 0 } as const;
  return { ...properties, ...own, ...change };
}

/** A pass-through group with nothing special about it but what is given. Tests only. */
export function group(
  name: string,
  children: readonly PortableNode[],
  change: Partial<PortableGroup> = {},
): PortableGroup {
  const own = { kind: 'group', id: `group-${counter++}`, name, children, expanded: true } as const;
  return { ...properties, ...own, blendMode: 'pass-through', ...change };
}

/** A document of the nodes given. Tests only. */
export function portable(
  width: number,
  height: number,
  nodes: readonly PortableNode[],
  change: Partial<PortableDocument> = {},
): PortableDocument {
  return { name: 'page', width, height, dpi: 350, nodes, ...change };
}

/** Decodes a PNG exactly, by a library that knows nothing of ours. Tests only. */
export async function decodeWithSharp(png: Uint8Array): Promise<RasterImage> {
  const { data, info } = await sharp(png, { failOn: 'error' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return imageFromBytes(info.width, info.height, new Uint8Array(data));
}

/** Plain objects only, as they come from files and workers. */
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>;

/** Pictures of 1 to 9 pixels a side: of any pixels, of few colours, grey, opaque. Tests only. */
export const pictures: fc.Arbitrary<RasterImage> = record({
  width: fc.integer({ min: 1, max: 9 }),
  height: fc.integer({ min: 1, max: 9 }),
  noise: fc.infiniteStream(fc.integer({ min: 0, max: 255 })),
  step: fc.constantFrom(1, 51, 85, 255),
  grey: fc.boolean(),
  opaque: fc.boolean(),
}).map(({ width, height, noise, step, grey, opaque }) => {
  const next = (): number => Math.round((noise.next().value as number) / step) * step;
  return picture(width, height, () => {
    const red = next();
    const colour: Colour = grey ? [red, red, red, next()] : [red, next(), next(), next()];
    return opaque ? [colour[0], colour[1], colour[2], 255] : colour;
  });
});

const optional = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(values, { nil: undefined });
const coordinates = fc.integer({ min: -20, max: 20 });
// Negative zero is no different from zero in JSON, nor to anybody.
const fractions = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);

const recipes: fc.Arbitrary<Recipe> = record({
  plugin: fc.constant('studio.koma.upscale'),
  pluginVersion: fc.constantFrom('0.1.0', '1.0.0-beta.1'),
  operation: fc.constant('upscale'),
  params: fc.dictionary(
    fc.stringMatching(/^p[a-z]{0,5}$/),
    fc.oneof(fc.string(), fc.integer(), fc.boolean()),
  ),
  seed: optional(fc.integer({ min: 0, max: 2 ** 32 - 1 })),
  inputs: fc.constantFrom(
    { image: { layerId: 'gone' } },
    { image: { kept: 'source' } },
    {
      image: { kept: 'source' },
      strokes: { strokes: [{ label: 'fg', radius: 2.5, points: [[1, 2.5]] as const }] },
    },
  ),
  placement: fc.constantFrom('resize-document', 'new-layer', 'replace-layer'),
});

/** Masks, hard and soft, with and without a picture. Tests only. */
export const masks: fc.Arbitrary<PortableMask> = record({
  image: optional(
    pictures.map(({ width, height, data }) => coverage(width, height, (x, y) => data[(y * width + x) * 4]!)),
  ),
  x: coordinates,
  y: coordinates,
  enabled: fc.boolean(),
  outside: fc.constantFrom(0, 255),
  recipe: optional(recipes),
});

const generatorRecipes: fc.Arbitrary<GeneratorRecipe> = record({
  plugin: fc.constant('studio.koma.generate'),
  pluginVersion: fc.constant('0.1.0'),
  generator: fc.constant('character'),
  options: fc
    .dictionary(fc.stringMatching(/^o[a-z]{0,5}$/), fc.oneof(fc.string(), fractions, fc.boolean()))
    .map((options) => ({ ...options, seed: 7 })),
  as: fc.constantFrom(...GENERATED_FORMS),
  place: record({
    x: coordinates,
    y: coordinates,
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 40 }),
  }),
});

const common = {
  id: fc.constant(''),
  name: fc.string({ unit: 'grapheme' }),
  visible: fc.boolean(),
  opacity: fractions,
  clip: fc.boolean(),
  locked: fc.boolean(),
  alphaLocked: fc.boolean(),
  colourTag: fc.constantFrom(...COLOUR_TAGS),
  mask: optional(masks),
  generated: optional(generatorRecipes),
  part: optional(record({ id: fc.constant('kind-line'), painted: optional(fc.boolean()) })),
};

const layers: fc.Arbitrary<PortableLayer> = record({
  ...common,
  kind: fc.constant('layer' as const),
  blendMode: fc.constantFrom(...BLEND_MODES),
  role: fc.constantFrom('none', 'line-art', 'fill'),
  reference: optional(fc.boolean()),
  colourMode: fc.constantFrom('colour', 'grey', 'mono'),
  image: optional(pictures),
  x: coordinates,
  y: coordinates,
  recipe: optional(recipes),
  original: optional(
    record({
      image: pictures,
      frame: record({
        x: coordinates,
        y: coordinates,
        width: fc.integer({ min: 1, max: 40 }),
        height: fc.integer({ min: 1, max: 40 }),
      }),
    }),
  ),
  origin: optional(fc.constantFrom({ format: 'png', lossless: true } as const, jpeg())),
});

function jpeg(): NonNullable<ImageInput['origin']> {
  return { format: 'jpeg', lossless: false, jpegQuality: 75 };
}

/** Trees of layers and groups, up to three deep, every id once. Tests only. */
export const trees: fc.Arbitrary<PortableNode[]> = fc
  .letrec<{ list: PortableNode[]; node: PortableNode }>((tie) => ({
    list: fc.array(tie('node'), { maxLength: 4 }),
    node: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      layers,
      record({
        ...common,
        kind: fc.constant('group' as const),
        blendMode: fc.constantFrom(...BLEND_MODES, 'pass-through' as const),
        expanded: fc.boolean(),
        children: tie('list'),
      }),
    ),
  }))
  .list.map((nodes) => numbered(nodes, 'n'));

/** Ids are given afterwards: shrinking would make them equal. */
function numbered(nodes: readonly PortableNode[], prefix: string): PortableNode[] {
  return nodes.map((node, i) => {
    const id = `${prefix}.${i}`;
    return node.kind === 'group' ? { ...node, id, children: numbered(node.children, id) } : { ...node, id };
  });
}

/** Whole documents of up to 32 pixels a side, without a composite. Tests only. */
export const documents: fc.Arbitrary<PortableDocument> = record({
  name: fc.string({ unit: 'grapheme' }),
  width: fc.integer({ min: 1, max: 32 }),
  height: fc.integer({ min: 1, max: 32 }),
  dpi: fc.constantFrom(72, 350, 600, 299.72),
  nodes: trees,
  kept: fc
    .uniqueArray(fc.tuple(fc.string({ minLength: 1 }), pictures), {
      selector: ([key]) => key,
      maxLength: 2,
    })
    .map(
      (entries) =>
        new Map(entries.map(([key, image]): [string, ImageInput] => [key, { image, origin: jpeg() }])),
    ),
});
