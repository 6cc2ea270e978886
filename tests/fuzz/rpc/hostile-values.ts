/** A source of numbers in [0, 1), the same for the same seed. */
export type Chance = () => number;

/** One of the list. */
export function pick<T>(chance: Chance, list: readonly T[]): T {
  return list[Math.floor(chance() * list.length)]!;
}

/** Names that lead out of plain data wherever somebody follows them. */
export const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'then',
  'toJSON',
  'length',
  'type',
  'id',
  'polluted',
  'x',
  '',
] as const;

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.5,
  2,
  7,
  99,
  1e9,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  NaN,
  Infinity,
  -Infinity,
  1e-300,
] as const;

/** An object with own fields of these names, `__proto__` among them. */
export function record(entries: readonly (readonly [string, unknown])[]): object {
  const made = {};
  for (const [name, value] of entries)
    Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
  return made;
}

/** Anything that structured clone takes: of every kind, nested, polluting, odd in size. */
export function hostileValue(chance: Chance, depth = 0): unknown {
  const make = pick(chance, depth > 3 ? LEAVES : [...LEAVES, ...BRANCHES]);
  return make(chance, depth);
}

type Make = (chance: Chance, depth: number) => unknown;

const few = (chance: Chance): number => Math.floor(chance() * 5);

const LEAVES: readonly Make[] = [
  () => null,
  () => undefined,
  (chance) => chance() < 0.5,
  (chance) => pick(chance, NUMBERS),
  (chance) => pick(chance, NUMBERS),
  (chance) => pick(chance, NAMES),
  (chance) => 'x'.repeat(Math.floor(chance() ** 8 * 100_000)),
  () => 10n ** 30n,
  () => new Date(NaN),
  () => /x/g,
  (chance) => Object.assign(new Error('x'), { name: pick(chance, NAMES) }),
  (chance) => new Uint8Array(few(chance)),
  (chance) => new Uint8ClampedArray(few(chance) * 4),
  (chance) => new Float32Array(few(chance)),
  () => new Float64Array(1),
  () => new DataView(new ArrayBuffer(8)),
  () => new ArrayBuffer(8),
  () => new Uint8Array(new SharedArrayBuffer(4)),
  () => new Uint8ClampedArray(new ArrayBuffer(4, { maxByteLength: 400 })),
  (chance) => new Uint8Array(new ArrayBuffer(Math.floor(chance() ** 6 * 2 ** 22)), 0, 0),
];

const BRANCHES: readonly Make[] = [
  (chance, depth) => Array.from({ length: few(chance) }, () => hostileValue(chance, depth + 1)),
  (chance, depth) =>
    record(Array.from({ length: few(chance) }, () => [pick(chance, NAMES), hostileValue(chance, depth + 1)])),
  (chance, depth) => new Map([[hostileValue(chance, depth + 1), 1]]),
  (chance, depth) => new Set([hostileValue(chance, depth + 1)]),
  (chance) => {
    const sparse: unknown[] = [];
    sparse.length = Math.floor(chance() * 2 ** 32);
    return sparse;
  },
  (chance, depth) => Object.assign([1], { [`f${depth}`]: hostileValue(chance, depth + 1) }),
  () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    return circle;
  },
  (chance) => {
    let nested: unknown = [];
    for (let i = Math.floor(chance() * 2000); i > 0; i--) nested = chance() < 0.5 ? [nested] : { nested };
    return nested;
  },
  (chance) => {
    // Few objects, and more ways to them than anybody could go.
    let shared: unknown = 1;
    for (let i = Math.floor(chance() * 40); i > 0; i--) shared = [shared, shared];
    return shared;
  },
];
