export { checkInputs, hintsInput, paletteInput, parseHints, parsePalette } from './check-inputs.ts';
export { checkOutputs, imageOutput, maskOutput } from './check-outputs.ts';
export { asFile, checkFile, MAX_FILE_BYTES } from './file-output.ts';
export type * from './exporter.ts';
export { localizedText, pluginId, semanticVersion, sha256Hex, shownText } from './manifest-fields.ts';
export { coversHost } from './host-name.ts';
export { manifestJsonSchema } from './manifest-schema.ts';
export {
  assertPermitted,
  exporterPermissions,
  generatorPermissions,
  operationPermissions,
  PERMISSIONS,
} from './manifest-permissions.ts';
export { entersDocument, MODEL_SIGNATURES } from './manifest-operation.ts';
export { MAX_SEED, MAX_TEXT_PARAM } from './param-limits.ts';
export { ownModelId, ownModelPath, withOwnModels, type KeptModel } from './own-models.ts';
export { permissionDenied } from './permission-denied.ts';
export {
  refusedServices,
  type PluginFetch,
  type PluginFiles,
  type PluginRequest,
  type PluginResponse,
  type PluginServices,
  type PluginStorage,
} from './plugin-services.ts';
export type * from './generator.ts';
export type * from './interactive.ts';
export { areOptions, checkAnswer } from './generator-answer.ts';
export { checkSessionUpdate } from './check-session-update.ts';
export { pictureSize } from './own-inputs.ts';
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
  type CommandSpec,
  type ExporterSpec,
  type InputSpec,
  type Locale,
  type LocalizedText,
  type ModelSignature,
  type NetworkSpec,
  type NumberParam,
  type OperationSpec,
  type OutputSpec,
  type Parameterised,
  type ParamSpec,
  type Permission,
  type PluginManifest,
  type TextParam,
  type ToolSpec,
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
export type { GenerateOptions, PluginHostOptions, RunOptions } from './host-options.ts';
export { PluginHost } from './plugin-host.ts';
export { nextTask } from './next-task.ts';
export type * from './protocol.ts';
export type { PluginSession, CommitOptions, SessionOptions } from './plugin-session.ts';
export type { RunnerSession } from './runner-session.ts';
export { findExporter, findGenerator, findInteractive, findOperation } from './find-contribution.ts';
export { OperationRunner, type RunnerOptions } from './run-operation.ts';
export { unlessAborted } from './unless-aborted.ts';
export { seededRandom } from '../seeded-random.ts';
export type { RunningWorker, StartWorker, WorkerClient } from './running-worker.ts';
export { servePlugin } from './serve-plugin.ts';
export { startBuiltin, workerClient, type BuiltinSource } from './start-builtin.ts';
export { createSvgService, MAX_SVG_SIDE, type DrawSvg, type ResvgClass } from './svg-service.ts';
