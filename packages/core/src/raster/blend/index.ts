export { BLEND_MODES, type BlendMode, type GroupBlendMode } from './blend-mode.ts';
export {
  createBlendKernels,
  KERNEL_HEAP,
  reserveMemory,
  type BlendKernel,
  type BlendKernels,
  type SpanKernels,
} from './blend-kernels.ts';
