export { cutDecodedGraph, cutGraph, type GraphCut } from './cut-graph.ts';
export { decodeModel } from './decode-model.ts';
export { encodeModel } from './encode-model.ts';
export {
  ElemType,
  type OnnxAttribute,
  type OnnxGraph,
  type OnnxModel,
  type OnnxNode,
  type OnnxTensor,
  type OnnxValue,
} from './model.ts';
export { MAX_OWN_MODEL_BYTES, readOwnModel, type OwnModel } from './own-model.ts';
export { floatTensor, halfTensor, int64Tensor } from './tensors.ts';
