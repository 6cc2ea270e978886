/** What the prototype draws; only what the benchmark sets is named. */
export interface PrototypeParameters {
  /** Hue in degrees, saturation and lightness in percent of the ground. */
  bg: [number, number, number];
}

/** A character by chance, as the prototype sampled them. */
export function sample(seed: number): PrototypeParameters;

/** Its picture. @param size pixels a side */
export function render(parameters: PrototypeParameters, size?: number): { svg: string };
