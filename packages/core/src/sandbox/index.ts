export { DEFAULT_LIMITS, type SandboxLimits } from './limits.ts';
export { assertPlain, NotPlainError, type PlainLimits } from './plain-data.ts';
export { serveRunning } from './serve-running.ts';
export type { InferenceDesk, SandboxServices } from './services.ts';
export { startSandboxed, type SandboxOptions } from './start-sandboxed.ts';
export { TokenBucket } from './token-bucket.ts';
export type * from './wire.ts';
