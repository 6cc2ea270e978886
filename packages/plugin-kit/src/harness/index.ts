export type { RecordedRequest } from './checked-fetch.ts';
export { inferenceDesk } from './inference-desk.ts';
export { memoryStorage } from './memory-storage.ts';
export { openHeadless, runHeadless, type HeadlessOptions, type HeadlessPlugin } from './open-headless.ts';
