type Limits = readonly [number, number];

/** Reading settings of any shape: what does not fit becomes the standard. */

/** What an object holds; nothing, where it is none. */
export function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** A number, brought into its limits. */
export function within(value: unknown, [least, most]: Limits, standard: number): number {
  if (typeof value !== 'number' || Number.isNaN(value)) return standard;
  return Math.min(most, Math.max(least, value));
}

export function flag(value: unknown, standard: boolean): boolean {
  return typeof value === 'boolean' ? value : standard;
}

export function choice<T extends string>(value: unknown, choices: readonly T[], standard: T): T {
  return choices.find((one) => one === value) ?? standard;
}
