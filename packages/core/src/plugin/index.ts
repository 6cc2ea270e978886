export { definePlugin } from './define-plugin.ts';
export {
  LOCALES,
  localize,
  parseManifest,
  type ChoiceParam,
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
export { PluginHost, type PluginHostOptions, type RunOptions } from './plugin-host.ts';
export type * from './protocol.ts';
export { findOperation, OperationRunner, type RunnerOptions } from './run-operation.ts';
export { seededRandom } from './seeded-random.ts';
export { servePlugin } from './serve-plugin.ts';
