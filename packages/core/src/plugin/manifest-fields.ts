import { z } from 'zod';

// zod compiles validators with `new Function` where it may; the page's CSP forbids that.
z.config({ jitless: true });

/** Languages that Koma speaks. English is always present and is the fallback. */
export const LOCALES = ['en', 'ja', 'zh-Hans'] as const;
export type Locale = (typeof LOCALES)[number];

/** Controls but for line feeds, and what turns the direction of all that follows: a name could look like another. */
const DECEIVING = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The schema of a text that a plugin shows to people. @param max UTF-16 units */
export function shownText(max: number): z.ZodType<string, string> {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !DECEIVING.test(text.replaceAll('\n', '')), 'a text without control characters');
}

/** The schema of a text in every language its author wrote. */
export const localizedText = z.strictObject({
  en: shownText(300),
  ja: shownText(300).optional(),
  'zh-Hans': shownText(300).optional(),
});

/** A text in every language its author wrote; English is mandatory. */
export type LocalizedText = z.infer<typeof localizedText>;

/** The schema of what is named in a manifest and used by code. */
export const identifier = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,31}$/, 'a name of letters and digits, starting in lower case')
  // Values are kept in plain objects, where `constructor` and the like are never absent.
  .refine((name) => !(name in Object.prototype), 'a name that JavaScript does not use itself');

/** The schema of a SHA-256. */
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal');

/** The schema of a file's name in its plugin: ASCII, so that no two spellings look alike. */
export const relativePath = z
  .string()
  .max(200)
  .regex(/^(?!.*\.\.)[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/, 'a path inside the plugin, with forward slashes');

/** The schema of a plugin's id. */
export const pluginId = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(\.[a-z0-9-]+)+$/, 'a reverse domain name, e.g. studio.koma.upscale');

/** The schema of a version. */
export const semanticVersion = z
  .string()
  .max(64)
  .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'a semantic version, e.g. 1.2.0');

/** The schema of a web page that a person may be sent to. */
export const httpsUrl = z
  .string()
  .max(500)
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url?.protocol === 'https:' && url.username === '' && url.password === '';
  }, 'an address that starts with https://');

/** Shown only while another parameter has one of these values. */
export const condition = z.strictObject({
  param: identifier,
  is: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1),
});

/** Whether something is there twice. */
export function hasTwins(ids: readonly string[]): boolean {
  return new Set(ids).size !== ids.length;
}
