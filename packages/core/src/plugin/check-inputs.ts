import { z } from 'zod';
import { KomaError } from '../errors.ts';
import type { InputSpec, OperationSpec } from './manifest.ts';
import { parseInput } from './parse-input.ts';
import { parseStrokes } from './parse-strokes.ts';
import { asMask } from './check-outputs.ts';
import type { HintsInput, ImageInput, InputValue, OperationInputs, PaletteInput } from './protocol.ts';

// zod compiles validators with `new Function` where it may; the page's CSP forbids that.
z.config({ jitless: true });

/** More hints than anybody sets by hand; they are drawn one after the other. */
const MAX_HINTS = 10_000;
const MAX_COLOURS = 256;
/** Pixels, far beyond any picture. */
const FAR = 1e6;

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour such as #ff8800');

/** The schema of hints. */
export const hintsInput: z.ZodType<HintsInput> = z.strictObject({
  hints: z
    .array(
      z.strictObject({
        x: z.number().min(-FAR).max(FAR),
        y: z.number().min(-FAR).max(FAR),
        radius: z.number().positive().max(FAR),
        color: colour,
      }),
    )
    .max(MAX_HINTS),
});

/** The schema of a palette. */
export const paletteInput: z.ZodType<PaletteInput> = z.strictObject({
  colors: z.array(colour).min(1).max(MAX_COLOURS),
});

/**
 * Checks hints from outside: a parsed file, or an operation's input.
 * @throws KomaError `PARAMETER_INVALID` naming the first few places that are wrong
 */
export function parseHints(json: unknown): HintsInput {
  return parseInput(hintsInput, json, 'hints', 'These hints are');
}

/**
 * Checks a palette from outside: a parsed file, or an operation's input.
 * @throws KomaError `PARAMETER_INVALID` naming the first few places that are wrong
 */
export function parsePalette(json: unknown): PaletteInput {
  return parseInput(paletteInput, json, 'palette', 'This palette is');
}

/**
 * Refuses inputs that are not what the manifest asks for, before the operation sees them.
 * @returns those that it asks for and nothing else; an optional one may be absent
 * @throws KomaError `INPUT_MISSING` or `PARAMETER_INVALID`
 */
export function checkInputs(operation: OperationSpec, inputs: OperationInputs): OperationInputs {
  const checked: Record<string, InputValue> = {};
  for (const [index, spec] of operation.inputs.entries()) {
    const value = inputs[spec.name];
    if (value !== undefined) checked[spec.name] = checkInput(operation, spec, value, checked);
    else if (spec.optional !== true) {
      const title = operation.title.en;
      const message =
        index === 0
          ? `${title} needs a picture to work on.`
          : `${title} needs something more: ${spec.label.en}.`;
      throw new KomaError('INPUT_MISSING', message, { input: spec.name });
    }
  }
  return checked;
}

/** @param before the inputs that were checked already: the picture that is worked on, and others */
function checkInput(
  operation: OperationSpec,
  { name, type }: InputSpec,
  value: InputValue,
  before: OperationInputs,
): InputValue {
  switch (type) {
    case 'hints':
      return parseHints(value);
    case 'palette':
      return parsePalette(value);
    case 'strokes':
      return parseStrokes(value);
    case 'mask': {
      const mask = asMask(value);
      const { image } = before[operation.inputs[0]!.name] as ImageInput;
      if (mask && mask.width === image.width && mask.height === image.height) return mask;
      const message = `"${name}" of ${operation.title.en} has to be a mask of the picture's size.`;
      throw new KomaError('PARAMETER_INVALID', message, { param: name });
    }
    case 'image': {
      // Pictures come from the host, which decoded them; only their kind can be wrong.
      const { image } = value as Partial<ImageInput>;
      if (image?.data instanceof Uint8ClampedArray) return value;
      const message = `"${name}" of ${operation.title.en} has to be a picture.`;
      throw new KomaError('PARAMETER_INVALID', message, { param: name });
    }
  }
}
