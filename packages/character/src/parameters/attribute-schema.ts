import { z } from 'zod';
import type { Attribute } from './attribute.ts';
import { catalogue, type AttributeName } from './catalogue.ts';

z.config({ jitless: true });

const HEX_COLOUR = /^#[0-9a-f]{6}$/i;

/** The schema of one attribute's values. Colours become lower case. */
function valueSchema(attribute: Attribute): z.ZodType<string | number | boolean> {
  switch (attribute.kind) {
    case 'choice':
      return z.enum(attribute.options as [string, ...string[]]);
    case 'number':
      // Adding 0 makes -0, which JSON does not keep, 0.
      return z
        .number()
        .min(attribute.min)
        .max(attribute.max)
        .transform((value) => value + 0);
    case 'flag':
      return z.boolean();
    case 'colour':
      return z
        .string()
        .refine((text) => Object.hasOwn(attribute.swatches, text) || HEX_COLOUR.test(text))
        .transform((text) => (Object.hasOwn(attribute.swatches, text) ? text : text.toLowerCase()));
  }
}

/** The attributes of the catalogue by name, with the type that all of them share. */
export const attributes = catalogue as Readonly<Record<AttributeName, Attribute>>;

/** The schema of every attribute's value, derived from the catalogue. */
export const valueSchemas: ReadonlyMap<string, z.ZodType<string | number | boolean>> = new Map(
  Object.entries(attributes).map(([name, attribute]) => [name, valueSchema(attribute)]),
);

/** What an attribute takes, as the end of a sentence: `one of bust, full, chibi`. */
export function describeValues(attribute: Attribute): string {
  switch (attribute.kind) {
    case 'choice':
      return `one of ${attribute.options.join(', ')}`;
    case 'number':
      return `a number from ${attribute.min} to ${attribute.max}`;
    case 'flag':
      return 'true or false';
    case 'colour':
      return `one of ${Object.keys(attribute.swatches).join(', ')}, or a colour like #3a7bd5`;
  }
}
