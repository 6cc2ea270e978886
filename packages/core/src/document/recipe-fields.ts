import { z } from 'zod';

// zod compiles validators with `new Function` where it may; the page's CSP forbids that.
z.config({ jitless: true });

/** Longer names are no names; a project may come from anybody. */
export const MAX_TEXT = 1000;

/**
 * The schema of a name that a plugin's manifest gives: the same rules as there, so that a recipe can name whatever a
 * plugin may declare.
 */
export const identifier = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,31}$/, 'a name of letters and digits, starting in lower case')
  // Values are kept in plain objects, where `constructor` and the like are never absent.
  .refine((name) => !(name in Object.prototype), 'a name that JavaScript does not use itself');

/** The schema of a plugin's id. */
export const pluginId = z
  .string()
  .max(MAX_TEXT)
  .regex(/^[a-z0-9]+(\.[a-z0-9-]+)+$/, 'a reverse domain name, e.g. studio.koma.upscale');

/** The schema of a plugin's version. */
export const pluginVersion = z
  .string()
  .max(MAX_TEXT)
  .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'a semantic version, e.g. 1.2.0');
