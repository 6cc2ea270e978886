/** One measured number and what it should be. Its JSON form is fixed: scripts read it. */
export interface BenchRow {
  /** Stable, dotted: subject, then what of it. */
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly bound: Bound | null;
  /** A missed `must` fails the command; an `aim` is printed only; `info` has no bound. */
  readonly kind: 'must' | 'aim' | 'info';
  /** What is known of this number from elsewhere, in words. */
  readonly reference: string | null;
}

export type Bound = `<=${number}` | `>=${number}`;

export interface BenchOptions {
  /** One repeat instead of several and no long runs: to try the command, not to measure. */
  readonly quick: boolean;
}

/** A benchmark hands over its rows as it measures them. What cannot be measured here is told to the log. */
export type Bench = (options: BenchOptions) => AsyncIterable<BenchRow>;

/** A row without a bound. */
export function info(id: string, value: number, unit: string, reference: string | null = null): BenchRow {
  return { id, value, unit, bound: null, kind: 'info', reference };
}

/** A row that must hold. */
export function must(
  id: string,
  value: number,
  unit: string,
  bound: Bound,
  reference: string | null = null,
): BenchRow {
  return { id, value, unit, bound, kind: 'must', reference };
}

/** A row that should hold. */
export function aim(
  id: string,
  value: number,
  unit: string,
  bound: Bound,
  reference: string | null = null,
): BenchRow {
  return { id, value, unit, bound, kind: 'aim', reference };
}

/** True without a bound. NaN meets none. */
export function meetsBound({ value, bound }: BenchRow): boolean {
  if (bound === null) return true;
  const limit = Number(bound.slice(2));
  return bound.startsWith('<=') ? value <= limit : value >= limit;
}

/** True where the command must fail. */
export function isMissed(row: BenchRow): boolean {
  return row.kind === 'must' && !meetsBound(row);
}

/** Tells how far it is, beside the table and not in it. */
export function log(message: string): void {
  console.error(message);
}
