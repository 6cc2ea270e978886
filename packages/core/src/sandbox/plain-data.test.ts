import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from './limits.ts';
import { assertPlain, NotPlainError, type PlainLimits } from './plain-data.ts';

const limits: PlainLimits = { messageBytes: 100, text: 20, values: 50, depth: 4 };
/** As it would come through a port. */
const check = (value: unknown, within = limits) => assertPlain(structuredClone(value), within);

describe('assertPlain', () => {
  it('weighs what is plain, each block of memory once and wholly', () => {
    const block = new ArrayBuffer(40);
    const value = {
      a: [1, 'two', null, undefined, true],
      b: new Uint8Array(block, 0, 1),
      c: new Uint8ClampedArray(block, 8),
      d: new Float32Array(2),
    };
    // Four names of fields and a word; nine values in a list of five and a record of four.
    expect(check(value)).toEqual({ bytes: 48, text: 7, values: 10 });
    expect(check(new BigInt64Array(1))).toEqual({ bytes: 8, text: 0, values: 1 });
    expect(check('text')).toEqual({ bytes: 0, text: 4, values: 1 });
  });

  it('refuses every other kind of object', () => {
    const odd: [string, unknown][] = [
      ['map', new Map()],
      ['set', new Set()],
      ['date', new Date(0)],
      ['error', new Error('x')],
      ['regular expression', /x/],
      ['number object', Object(1)],
      ['big number', 1n],
      ['buffer', new ArrayBuffer(1)],
      ['view', new DataView(new ArrayBuffer(1))],
      ['other view', new Uint16Array(1)],
      ['shared memory', new Uint8Array(new SharedArrayBuffer(1))],
      ['resizable memory', new Uint8Array(new ArrayBuffer(1, { maxByteLength: 9 }))],
      ['blob', new Blob([])],
    ];
    for (const [name, value] of odd) expect(() => check({ value }), name).toThrow(NotPlainError);
  });

  it('refuses a field that would reach a prototype, at any depth', () => {
    const polluting = JSON.parse('{"a":{"__proto__":{"polluted":1}}}') as unknown;
    // The same data through a naive copy does reach it, or this would test nothing.
    const naive = {} as Record<string, unknown>;
    for (const [key, value] of Object.entries((polluting as { a: object }).a)) naive[key] = value;
    expect(naive['polluted']).toBe(1);
    expect(() => check(polluting)).toThrow('a field named __proto__');
  });

  it('refuses lists with holes, fields or a claimed length', () => {
    const sparse: unknown[] = [];
    sparse.length = 2 ** 32 - 1;
    expect(() => check(sparse)).toThrow('too many values');
    expect(() => check([1, , 3])).toThrow('holes'); // oxlint-disable-line no-sparse-arrays
    expect(() => check(Object.assign([1], { more: 1 }))).toThrow('holes or fields');
    const swapped: unknown[] = [];
    swapped.length = 2;
    swapped[0] = 1;
    expect(() => check(Object.assign(swapped, { more: 1 }))).toThrow('holes or fields');
  });

  it('refuses what is too deep, too long, too much or goes round in circles', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(() => check(circle)).toThrow('too deep');
    expect(() => check([[[[[]]]]])).toThrow('too deep');
    expect(() => check(Array(60).fill(0))).toThrow('too many values');
    expect(() => check('x'.repeat(21))).toThrow('too much text');
    expect(() => check({ ['x'.repeat(21)]: 1 })).toThrow('too much text');
    expect(() => check(new Uint8Array(101))).toThrow('too many bytes');
    const part = { b: {}, c: {} };
    // Doubles with every level: few objects, many ways to them.
    let shared: unknown = part;
    for (let i = 0; i < 60; i++) shared = { b: shared, c: shared };
    expect(() => check(shared, DEFAULT_LIMITS)).toThrow('too many values');
  });
});
