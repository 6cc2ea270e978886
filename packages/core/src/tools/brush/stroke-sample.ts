/**
 * Where the pointer was, in pixels of the document (0, 0 is the corner of the first pixel, not its
 * centre). Coalesced events are passed one by one.
 */
export interface StrokeSample {
  readonly x: number;
  readonly y: number;
  /** 0-1. A mouse has no pressure, and browsers report 0.5 for it: pass 1. */
  readonly pressure: number;
}
