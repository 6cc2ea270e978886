/** States one after the other, of which one is the present: back, forward, and a new one after the present. */
export interface Trail<T> {
  readonly states: readonly T[];
  /** Index of the present; -1 while there is none. */
  readonly at: number;
}

export const EMPTY_TRAIL: Trail<never> = { states: [], at: -1 };

/** A new present; what was ahead of the old one is forgotten, and so are states beyond the limit. */
export function advance<T>({ states, at }: Trail<T>, state: T, limit: number): Trail<T> {
  const kept = [...states.slice(0, at + 1), state].slice(-limit);
  return { states: kept, at: kept.length - 1 };
}

/** Another present in the place of this one, as while a slider is dragged. */
export function amend<T>({ states, at }: Trail<T>, state: T): Trail<T> {
  return { states: [...states.slice(0, at), state], at: Math.max(0, at) };
}

/** The trail with the present moved; the same where there is nothing to go to. */
export function step<T>(trail: Trail<T>, by: -1 | 1): Trail<T> {
  const at = trail.at + by;
  return at >= 0 && at < trail.states.length ? { ...trail, at } : trail;
}

export function present<T>({ states, at }: Trail<T>): T | undefined {
  return states[at];
}
