export { hintsInput, paletteInput, parseHints, parsePalette } from './check-inputs.ts';
export { imageOutput, maskOutput } from './check-outputs.ts';
export type * from './generator.ts';
export type * from './interactive.ts';
export { areOptions } from './generator-answer.ts';
export {
  GENERATOR_WIDGETS,
  type AttributeSpec,
  type GeneratorSpec,
  type GeneratorWidget,
} from './generator-manifest.ts';
export { definePlugin } from './define-plugin.ts';
export {
  LOCALES,
  localize,
  parseManifest,
  type ChoiceParam,
  type InputSpec,
  type Locale,
  type LocalizedText,
  type NumberParam,
  type OperationSpec,
  type ParamSpec,
  type PluginManifest,
} from './manifest.ts';
export {
  checkParam,
  isParamShown,
  parseParam,
  resolveParams,
  type ParamValue,
  type ParamValues,
} from './params.ts';
export {
  MAX_STROKE_NAMES,
  parseStrokes,
  RESERVED_LABELS,
  strokeNames,
  strokesInput,
} from './parse-strokes.ts';
export { PluginHost, type GenerateOptions, type PluginHostOptions, type RunOptions } from './plugin-host.ts';
export { nextTask } from './next-task.ts';
export type * from './protocol.ts';
export type { PluginSession, CommitOptions, SessionOptions } from './plugin-session.ts';
export type { RunnerSession } from './runner-session.ts';
export {
  findGenerator,
  findInteractive,
  findOperation,
  OperationRunner,
  type RunnerOptions,
} from './run-operation.ts';
export { unlessAborted } from './unless-aborted.ts';
export { seededRandom } from './seeded-random.ts';
export { servePlugin } from './serve-plugin.ts';
export { createSvgService, MAX_SVG_SIDE, type DrawSvg, type ResvgClass } from './svg-service.ts';
