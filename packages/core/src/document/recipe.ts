import { z } from 'zod';
import { KomaError } from '../errors.ts';
import {
  hintsInput,
  paletteInput,
  strokesInput,
  type HintsInput,
  type PaletteInput,
  type ParamValue,
  type StrokesInput,
} from '../plugin/index.ts';
import type { CombineMode } from '../tools/index.ts';
import { identifier, MAX_TEXT, pluginId, pluginVersion } from './recipe-fields.ts';

// zod compiles validators with `new Function` where it may; the page's CSP forbids that.
z.config({ jitless: true });

/** Where a recipe's input comes from. */
export type RecipeInput =
  /** A layer that is still in the document, as it is when the recipe is run again. */
  | { readonly layerId: string }
  /** Key of a picture that the document keeps because the operation took its layer's place. */
  | { readonly kept: string }
  /** What a person marked, as the operation was given it. */
  | MarkedInput;

/** An input that is no picture: it is kept in the recipe itself. */
export type MarkedInput = StrokesInput | HintsInput | PaletteInput;

/** How an operation's result enters the document; the words of a plugin's manifest. */
export type RecipePlacement = 'resize-document' | 'new-layer' | 'replace-layer';

/**
 * How a layer was made: all that is needed to make it again. The same recipe over the same pictures, by
 * the same version of the plugin on the same backend, gives the same bytes.
 */
export interface Recipe {
  /** The plugin's id, a reverse domain name. */
  readonly plugin: string;
  /** The version that made the layer, a semantic version. */
  readonly pluginVersion: string;
  /** The operation's id in the plugin's manifest. */
  readonly operation: string;
  /** Parameters by id, as given to the operation. */
  readonly params: Readonly<Record<string, ParamValue>>;
  /** Start of the operation's random numbers, 0 to 2^32 - 1; absent where it uses none. */
  readonly seed?: number | undefined;
  /** By the name of the operation's input. */
  readonly inputs: Readonly<Record<string, RecipeInput>>;
  readonly placement: RecipePlacement;
  /** Of a mask that was joined to another: how, and the key of that one, a kept picture of its coverage as grey. */
  readonly joined?: { readonly mode: Exclude<CombineMode, 'replace'>; readonly kept: string } | undefined;
}

const MAX_SEED = 2 ** 32 - 1;

const key = z.string().min(1).max(MAX_TEXT);

const input: z.ZodType<RecipeInput> = z.union([
  z.strictObject({ layerId: key }),
  z.strictObject({ kept: key }),
  strokesInput,
  hintsInput,
  paletteInput,
]);

/** The schema of a {@link Recipe} in a file. Unknown keys are refused. */
export const recipeSchema: z.ZodType<Recipe> = z.strictObject({
  plugin: pluginId,
  pluginVersion,
  operation: identifier,
  params: z.record(identifier, z.union([z.string(), z.number(), z.boolean()])),
  seed: z.int().min(0).max(MAX_SEED).optional(),
  inputs: z.record(identifier, input),
  placement: z.enum(['resize-document', 'new-layer', 'replace-layer']),
  joined: z.strictObject({ mode: z.enum(['add', 'subtract', 'intersect']), kept: key }).optional(),
});

/** Whether an input of a recipe is in the recipe itself. */
export function isMarkedInput(given: RecipeInput): given is MarkedInput {
  return !('layerId' in given) && !('kept' in given);
}

/**
 * Checks a recipe from outside: pasted, or read from a file.
 * @throws KomaError `RECIPE_INVALID` naming the first few places that are wrong
 */
export function parseRecipe(json: unknown): Recipe {
  const result = recipeSchema.safeParse(json);
  if (result.success) return result.data;
  const reason = result.error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'recipe'}: ${issue.message}`)
    .join('; ');
  throw new KomaError('RECIPE_INVALID', `This is not a valid recipe (${reason}).`, { reason });
}
