import { z } from 'zod';
import { hasTwins, identifier, localizedText } from './manifest-fields.ts';
import { exclusiveGroup, param, paramIssues } from './manifest-params.ts';

const input = z.strictObject({
  name: identifier,
  /**
   * What it holds: see `ImageInput`, `HintsInput`, `PaletteInput` and `MaskInput` (the selection) in protocol.ts,
   * `StrokesInput` in interactive.ts.
   */
  type: z.enum(['image', 'hints', 'palette', 'strokes', 'mask']),
  label: localizedText,
  hint: localizedText.optional(),
  /** `true`: the operation also runs without it. */
  optional: z.boolean().optional(),
});

/** One input of an operation: a picture, what a person marked in one, or the selection. */
export type InputSpec = z.infer<typeof input>;

const output = z.strictObject({
  name: identifier,
  /**
   * What can be asked for: a picture, layers from the bottom to the top, a mask, masks by name, a text to read, a
   * palette, or a file to save. See `LayersOutput`, `TextOutput`, `PaletteInput` and `FileOutput` in protocol.ts,
   * `MaskOutput` and `MasksOutput` in interactive.ts.
   */
  type: z.enum(['image', 'layers', 'mask', 'masks', 'text', 'palette', 'file']),
  label: localizedText.optional(),
});

/** One output of an operation. */
export type OutputSpec = z.infer<typeof output>;

/** What models of a person's own may be handed to, each with inputs and outputs of its kind. */
export const MODEL_SIGNATURES = ['upscaler', 'denoiser', 'colorizer'] as const;
export type ModelSignature = (typeof MODEL_SIGNATURES)[number];

/** The schema of one operation in a manifest; {@link operationIssues} checks what goes across its fields. */
export const operation = z.strictObject({
  id: identifier,
  title: localizedText,
  summary: localizedText,
  /** The first is the picture that is worked on. */
  inputs: z.array(input).min(1),
  outputs: z.array(output).min(1),
  params: z.array(param),
  /** Groups of parameters that replace each other, e.g. "scale" or "width and height". */
  exclusive: z.array(exclusiveGroup).optional(),
  /** `true`: it also answers while strokes are drawn, see `InteractiveOperation`; one of its inputs is strokes. */
  interactive: z.boolean().optional(),
  /**
   * How the result may enter the document; the first is the default. Empty where no output is a picture, layers
   * or a mask: such a result is shown or saved.
   */
  placement: z.array(z.enum(['resize-document', 'new-layer', 'replace-layer'])),
  /**
   * People may add ONNX models of their own: the choice parameter that offers them, and what their graph has to
   * look like. A chosen one has the value `own-<first 12 digits of its SHA-256>`, which `models.bytes` takes.
   */
  ownModels: z.strictObject({ param: identifier, signature: z.enum(MODEL_SIGNATURES) }).optional(),
});

/** An operation as its manifest describes it. */
export type OperationSpec = z.infer<typeof operation>;

/** Whether an output enters the document, as pixels of a layer or as a mask. */
export function entersDocument({ type }: Pick<OutputSpec, 'type'>): boolean {
  return type === 'image' || type === 'layers' || type === 'mask' || type === 'masks';
}

/** What is wrong about operations whose fields are right by themselves, as sentences. */
export function operationIssues(operations: readonly OperationSpec[]): string[] {
  return [
    ...(hasTwins(operations.map(({ id }) => id)) ? ['two operations have the same id'] : []),
    ...operations.flatMap(issuesOf),
  ];
}

function issuesOf(op: OperationSpec): string[] {
  const issues: string[] = [];
  const [first] = op.inputs;
  if (first && (first.type !== 'image' || first.optional === true))
    issues.push(`the first input of operation ${op.id} is not a picture that it needs`);
  if (op.interactive === true && op.inputs.filter(({ type }) => type === 'strokes').length !== 1)
    issues.push(`the interactive operation ${op.id} does not have exactly one input of strokes`);
  // Inputs and parameters become flags of the same command.
  const flags = [...op.inputs.map(({ name }) => name), ...op.params.map(({ id }) => id)];
  if (hasTwins(op.inputs.map(({ name }) => name))) issues.push(`operation ${op.id} names an input twice`);
  else if (new Set(flags).size < op.inputs.length + new Set(op.params.map(({ id }) => id)).size)
    issues.push(`operation ${op.id} has an input and a parameter of one name`);
  if (hasTwins(op.outputs.map(({ name }) => name))) issues.push(`operation ${op.id} names an output twice`);
  const enters = op.outputs.some(entersDocument);
  if (enters && op.placement.length === 0)
    issues.push(`operation ${op.id} does not say how its result enters the document`);
  if (!enters && op.placement.length > 0)
    issues.push(`operation ${op.id} has nothing that enters the document, so its placement has to be empty`);
  const { ownModels } = op;
  if (ownModels && !op.params.some(({ id, type }) => id === ownModels.param && type === 'choice'))
    issues.push(`operation ${op.id} has no choice ${ownModels.param} to offer models in`);
  return [...issues, ...paramIssues(`operation ${op.id}`, op)];
}
