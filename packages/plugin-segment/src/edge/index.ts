/** From a yes-or-no label plane to the edge of a cut-out: masks, their refinement, and colours freed from what was behind. */
export { decontaminate, decontaminateSteps, type DecontaminateOptions } from './decontaminate.ts';
export { featherMask } from './feather-mask.ts';
export { growMask, shrinkMask } from './grow-mask.ts';
export { matte, matteSteps } from './matte.ts';
export {
  DEFAULT_MATTE,
  MAX_FEATHER,
  MAX_GROW,
  MAX_SMOOTH,
  matteReach,
  type FeatherDirection,
  type LineOwner,
  type MatteOptions,
} from './matte-options.ts';
export { smoothMask } from './smooth-mask.ts';
