/** Odds by which "all faint lines" differs from "no faint lines", as logarithms: e^3 is 20 to 1. */
const RANGE = 3;

/** Less ink than this is a trace of what was cleaned away. */
const LEAST = 0.08;

/**
 * Turns the network's answer into ink, 0-1.
 * @param drawn 1 paper to 0 ink, as the network says; changed in place
 * @param faint 0-1: how much of what may or may not be a line becomes one; 0.5 takes the network's word
 * @param hard `true`: a pixel is ink or it is not
 */
export function inkCurve(drawn: Float32Array, faint: number, hard: boolean): Float32Array {
  const factor = Math.exp((faint - 0.5) * 2 * RANGE);
  for (let i = 0; i < drawn.length; i++) {
    const ink = Math.min(1, Math.max(0, 1 - drawn[i]!));
    // Odds of ink to paper, times the factor.
    const share = (ink * factor) / (ink * factor + 1 - ink || 1);
    if (hard) drawn[i] = share >= 0.5 ? 1 : 0;
    else drawn[i] = share < LEAST ? 0 : share;
  }
  return drawn;
}
