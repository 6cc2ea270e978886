import { z } from 'zod';
import { KomaError } from '../errors.ts';
import type { ParamValue } from '../plugin/index.ts';

// zod compiles validators with `new Function` where it may; the page's CSP forbids that.
z.config({ jitless: true });

/** Where a recipe's input comes from. */
export type RecipeInput =
  /** A layer that is still in the document, as it is when the recipe is run again. */
  | { readonly layerId: string }
  /** Key of a picture that the document keeps because the operation took its layer's place. */
  | { readonly kept: string };

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
}

/** Longer names are no names; a project may come from anybody. */
const MAX_TEXT = 1000;
const MAX_SEED = 2 ** 32 - 1;

// The same rules as in a plugin's manifest, so that a recipe can name whatever a plugin may declare.
const identifier = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,31}$/, 'a name of letters and digits, starting in lower case')
  // Values are kept in plain objects, where `constructor` and the like are never absent.
  .refine((name) => !(name in Object.prototype), 'a name that JavaScript does not use itself');
const key = z.string().min(1).max(MAX_TEXT);

/** The schema of a {@link Recipe} in a file. Unknown keys are refused. */
export const recipeSchema: z.ZodType<Recipe> = z.strictObject({
  plugin: z
    .string()
    .max(MAX_TEXT)
    .regex(/^[a-z0-9]+(\.[a-z0-9-]+)+$/, 'a reverse domain name, e.g. studio.koma.upscale'),
  pluginVersion: z
    .string()
    .max(MAX_TEXT)
    .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'a semantic version, e.g. 1.2.0'),
  operation: identifier,
  params: z.record(identifier, z.union([z.string(), z.number(), z.boolean()])),
  seed: z.int().min(0).max(MAX_SEED).optional(),
  inputs: z.record(identifier, z.union([z.strictObject({ layerId: key }), z.strictObject({ kept: key })])),
  placement: z.enum(['resize-document', 'new-layer', 'replace-layer']),
});

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
