import { z } from 'zod';

// zod compiles validators with `new Function` where it may; the page's CSP forbids that.
z.config({ jitless: true });

/** Languages that Koma speaks. English is always present and is the fallback. */
export const LOCALES = ['en', 'ja', 'zh-Hans'] as const;
export type Locale = (typeof LOCALES)[number];

/** The schema of a text in every language its author wrote. */
export const localizedText = z.strictObject({
  en: z.string().min(1).max(300),
  ja: z.string().min(1).max(300).optional(),
  'zh-Hans': z.string().min(1).max(300).optional(),
});

/** A text in every language its author wrote; English is mandatory. */
export type LocalizedText = z.infer<typeof localizedText>;

/** The schema of what is named in a manifest and used by code. */
export const identifier = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,31}$/, 'a name of letters and digits, starting in lower case')
  // Values are kept in plain objects, where `constructor` and the like are never absent.
  .refine((name) => !(name in Object.prototype), 'a name that JavaScript does not use itself');

/** Shown only while another parameter has one of these values. */
export const condition = z.strictObject({
  param: identifier,
  is: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1),
});

/** Whether something is there twice. */
export function hasTwins(ids: readonly string[]): boolean {
  return new Set(ids).size !== ids.length;
}
