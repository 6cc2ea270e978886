import { z } from 'zod';
import {
  COLOUR_TAGS,
  generatedPartSchema,
  generatorRecipeSchema,
  recipeSchema,
  type ColourMode,
  type LayerRole,
} from '../../document/index.ts';
import type { ImageOrigin } from '../../plugin/index.ts';
import { BLEND_MODES, type GroupBlendMode } from '../../raster/index.ts';

// zod compiles validators with `new Function` where it may; the page's CSP forbids that.
z.config({ jitless: true });

/** First entry of a project, stored as it is, so that the file's type can be told from its first bytes. */
export const KOMA_MIMETYPE = 'application/x-koma';
/** The version of the format that is written. Raised when an older Koma could no longer read the files. */
export const KOMA_FORMAT_VERSION = 1;
/** Names of the entries that are no pictures. */
export const MIMETYPE_ENTRY = 'mimetype';
export const MANIFEST_ENTRY = 'manifest.json';

/** Groups in groups; far more than anybody makes, and few enough for every reader's stack. */
const MAX_DEPTH = 64;
/** Largest coordinate and side in pixels: sums of a few stay 32-bit integers. */
const MAX_COORDINATE = 2 ** 28;

const ROLES = ['none', 'line-art', 'fill'] as const satisfies readonly LayerRole[];
const COLOUR_MODES = ['colour', 'grey', 'mono'] as const satisfies readonly ColourMode[];
const GROUP_BLEND_MODES = [...BLEND_MODES, 'pass-through'] as const satisfies readonly GroupBlendMode[];

const id = z.string().min(1).max(1000);
const coordinate = z.int().min(-MAX_COORDINATE).max(MAX_COORDINATE);
const side = z.int().min(1).max(MAX_COORDINATE);

/** A PNG in the archive. Each is named once. */
const picture = z.strictObject({
  file: z.string().regex(/^(layers|masks|originals|kept)\/\d{1,6}\.png$/, 'a picture in the project'),
  width: side,
  height: side,
  /** Of the file. */
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal'),
});

const frame = z.strictObject({ x: coordinate, y: coordinate, width: side, height: side });

const origin: z.ZodType<ImageOrigin> = z.strictObject({
  format: z.enum(['png', 'jpeg', 'webp']),
  lossless: z.boolean(),
  jpegQuality: z.int().min(1).max(100).exactOptional(),
});

const properties = {
  id,
  name: z.string(),
  visible: z.boolean(),
  opacity: z.number().min(0).max(1),
  clip: z.boolean(),
  locked: z.boolean(),
  alphaLocked: z.boolean(),
  colourTag: z.enum(COLOUR_TAGS),
  mask: z
    .strictObject({
      picture: picture.optional(),
      x: coordinate,
      y: coordinate,
      enabled: z.boolean(),
      outside: z.literal([0, 255]),
      recipe: recipeSchema.optional(),
    })
    .optional(),
  generated: generatorRecipeSchema.optional(),
  part: generatedPartSchema.optional(),
};

const layer = z.strictObject({
  ...properties,
  kind: z.literal('layer'),
  blendMode: z.enum(BLEND_MODES),
  role: z.enum(ROLES),
  reference: z.boolean().optional(),
  colourMode: z.enum(COLOUR_MODES),
  picture: picture.optional(),
  x: coordinate,
  y: coordinate,
  recipe: recipeSchema.optional(),
  original: z.strictObject({ picture, frame }).optional(),
  origin: origin.optional(),
});

const groupProperties = z.strictObject({
  ...properties,
  kind: z.literal('group'),
  blendMode: z.enum(GROUP_BLEND_MODES),
  expanded: z.boolean(),
});

/** A picture's file, size and digest as the manifest gives them. */
export type KomaPicture = z.infer<typeof picture>;
export type KomaLayer = z.infer<typeof layer>;
export type KomaGroup = z.infer<typeof groupProperties> & { readonly children: readonly KomaNode[] };
export type KomaNode = KomaLayer | KomaGroup;

function nodeSchema(depth: number): z.ZodType<KomaNode> {
  const children = depth > 0 ? z.lazy(() => nodeSchema(depth - 1)) : z.never('too many groups in groups');
  return z.discriminatedUnion('kind', [layer, groupProperties.extend({ children: z.array(children) })]);
}

/** `manifest.json` of a project, format version 1. Unknown keys are refused. */
export const komaManifestV1 = z
  .strictObject({
    formatVersion: z.literal(1),
    name: z.string(),
    width: side,
    height: side,
    dpi: z.number().positive(),
    /** From the bottom to the top. */
    nodes: z.array(nodeSchema(MAX_DEPTH)),
    kept: z.array(z.strictObject({ key: id, picture, origin: origin.optional() })),
  })
  .superRefine((manifest, context) => {
    const ids = Array.from(walkKomaNodes(manifest.nodes), (node) => node.id);
    if (hasTwins(ids)) context.addIssue('two layers have the same id');
    if (hasTwins(manifest.kept.map(({ key }) => key)))
      context.addIssue('two kept pictures have the same key');
    if (hasTwins(Array.from(picturesOf(manifest), ({ file }) => file)))
      context.addIssue('a picture is named twice');
  });

/** The manifest of the version that is written. Of older ones, migrations make this. */
export type KomaManifest = z.infer<typeof komaManifestV1>;

/** All nodes, groups before what is in them, from the bottom up. */
export function* walkKomaNodes(nodes: readonly KomaNode[]): Generator<KomaNode> {
  for (const node of nodes) {
    yield node;
    if (node.kind === 'group') yield* walkKomaNodes(node.children);
  }
}

/** All pictures that the manifest names. */
export function* picturesOf({ nodes, kept }: Pick<KomaManifest, 'nodes' | 'kept'>): Generator<KomaPicture> {
  for (const node of walkKomaNodes(nodes)) {
    if (node.mask?.picture) yield node.mask.picture;
    if (node.kind === 'group') continue;
    if (node.picture) yield node.picture;
    if (node.original) yield node.original.picture;
  }
  for (const { picture } of kept) yield picture;
}

function hasTwins(names: readonly string[]): boolean {
  return new Set(names).size !== names.length;
}
