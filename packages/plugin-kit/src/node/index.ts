export { startThread, type PluginThread, type ThreadOptions } from './start-thread.ts';
export { inferenceDesk } from '../harness/inference-desk.ts';
