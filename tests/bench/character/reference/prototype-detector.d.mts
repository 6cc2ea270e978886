/** A cascade, as the prototype reads it. */
export interface PrototypeCascade {
  readonly stages: readonly unknown[];
}

/** Reads OpenCV's XML. */
export function parse(xml: string): PrototypeCascade;

/** The equalised luma of RGBA pixels. */
export function gray(rgba: Uint8Array, width: number, height: number): Uint8Array;

/** Square boxes: the middle values of upper left corner and side, pixels, and how many windows they stand for. */
export function detect(
  cascade: PrototypeCascade,
  grey: Uint8Array,
  width: number,
  height: number,
): { x: number; y: number; s: number; n: number }[];
