import { z } from 'zod';
import type { OptionValue } from '../plugin/index.ts';
import type { Rect } from '../raster/index.ts';
import { identifier, pluginId, pluginVersion } from './recipe-fields.ts';

// zod compiles validators with `new Function` where it may; the page's CSP forbids that.
z.config({ jitless: true });

/**
 * What was made of a generator's picture: layers by kind or by part in a group, or one layer that shows the picture
 * whole, as a sketch, or as the style picture beside it.
 */
export const GENERATED_FORMS = ['kinds', 'parts', 'whole', 'sketch', 'style'] as const;
export type GeneratedForm = (typeof GENERATED_FORMS)[number];

/**
 * How a group or a layer was generated: all that is needed to draw it again, in another pose, or otherwise. The same
 * recipe with the same version of the plugin gives the same bytes, but where a canvas was scaled with it.
 */
export interface GeneratorRecipe {
  /** The plugin's id, a reverse domain name. */
  readonly plugin: string;
  /** The version that drew it, a semantic version. */
  readonly pluginVersion: string;
  /** The generator's id in the plugin's manifest. */
  readonly generator: string;
  /** The picture, completely; see `GeneratorOptions`. Its seed is among them. */
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly as: GeneratedForm;
  /**
   * The rectangle of the document that the whole picture fills, transparent edges included. Its longer side is the size
   * at which the picture is drawn.
   */
  readonly place: Rect;
}

/** Which layer or group of a generated picture a node is. */
export interface GeneratedPart {
  /** The id that the generator gave it: the same kind of layer has the same in every picture. */
  readonly id: string;
  /** Somebody has changed its pixels since: it is never replaced. */
  readonly painted?: boolean | undefined;
}

/** A hand-set pose takes some hundred characters; a project may come from anybody. */
const MAX_TEXT = 10_000;
const MAX_OPTIONS = 1000;
/** Largest coordinate and side in pixels, as for layers. */
const MAX_COORDINATE = 2 ** 28;

const coordinate = z.int().min(-MAX_COORDINATE).max(MAX_COORDINATE);
const side = z.int().min(1).max(MAX_COORDINATE);

/** The schema of a {@link GeneratorRecipe} in a file. Unknown keys are refused; options are the plugin's to check. */
export const generatorRecipeSchema: z.ZodType<GeneratorRecipe> = z.strictObject({
  plugin: pluginId,
  pluginVersion,
  generator: identifier,
  options: z
    .record(identifier, z.union([z.string().max(MAX_TEXT), z.number(), z.boolean()]))
    .refine((options) => Object.keys(options).length <= MAX_OPTIONS, 'too many options'),
  as: z.enum(GENERATED_FORMS),
  place: z.strictObject({ x: coordinate, y: coordinate, width: side, height: side }),
});

/** The schema of a {@link GeneratedPart} in a file. */
export const generatedPartSchema: z.ZodType<GeneratedPart> = z.strictObject({
  id: z.string().min(1).max(1000),
  painted: z.boolean().optional(),
});
