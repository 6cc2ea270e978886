export { detectCapabilities, type Capabilities } from './capabilities.ts';
export type {
  BackendName,
  BackendReport,
  Engine,
  EngineRequest,
  ModelSource,
  Session,
  Tensor,
} from './engine.ts';
export { InferenceService, type EngineLoaders } from './inference-service.ts';
export { createModelStore, type FetchPluginFile, type ModelSpec, type ModelStore } from './model-store.ts';
export {
  probeInput,
  probeSamples,
  probeSession,
  probeTensor,
  type ModelProbe,
  type TensorProbe,
  type TileProbe,
} from './model-probe.ts';
export { createOrtEngine, type OrtModule } from './ort-engine.ts';
export * from './tiling/index.ts';
