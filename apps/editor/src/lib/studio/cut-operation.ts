import { BUILTIN_OPERATIONS, type OfferedOperation } from './operations.ts';

/** The operation that answers while strokes are drawn, and cuts out. */
export function cutOperation(): OfferedOperation | undefined {
  return BUILTIN_OPERATIONS.find(({ spec }) => spec.interactive === true);
}
