import { describe, expect, it } from 'vitest';
import { abortError, KomaError } from '../errors.ts';
import { describeError } from './describe-error.ts';

describe('describeError', () => {
  it('keeps the code of a KomaError, also of another copy of the class', () => {
    const details = { width: 3 };
    const told = { code: 'PICTURE_TOO_SMALL', message: 'Too small.', details };
    expect(describeError(new KomaError('PICTURE_TOO_SMALL', 'Too small.', details))).toEqual(told);
    expect(describeError({ name: 'KomaError', ...told })).toEqual(told);
    expect(describeError(abortError()).code).toBe('ABORTED');
  });

  it('tells every other thing in words', () => {
    const reasons: [unknown, string][] = [
      [new Error('no ink'), 'no ink'],
      ['just text', 'just text'],
      [undefined, 'undefined'],
      [Symbol('s'), 'Symbol(s)'],
      [{ toString: () => 'an object' }, 'an object'],
    ];
    for (const [thrown, reason] of reasons)
      expect(describeError(thrown)).toEqual({ code: 'PLUGIN_FAILED', message: reason, details: { reason } });
    expect(describeError('x'.repeat(5000)).message).toHaveLength(1001);
  });

  it('survives errors that throw when they are looked at', () => {
    const throwing = (): never => {
      throw new Error('again');
    };
    const accessor = Object.defineProperty({}, 'message', { get: throwing });
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    for (const error of [{ toString: throwing }, accessor, revoked.proxy, Object.create(null) as object])
      expect(describeError(error).details).toEqual({ reason: 'an error that cannot be told' });
  });
});
