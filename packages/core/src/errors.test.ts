import { describe, expect, it } from 'vitest';
import { abortError, deserializeError, isAbortError, KomaError, serializeError } from './errors.ts';

describe('serializeError and deserializeError', () => {
  it('keep code, sentence and details of a KomaError across structured clone', () => {
    const error = new KomaError(
      'IMAGE_TOO_LARGE',
      'Too large.',
      { width: 9, unit: 'px' },
      { cause: new Error('hidden') },
    );
    const back = deserializeError(structuredClone(serializeError(error)));
    expect(back).toBeInstanceOf(KomaError);
    expect(back).toMatchObject({
      name: 'KomaError',
      code: 'IMAGE_TOO_LARGE',
      message: 'Too large.',
      details: { width: 9, unit: 'px' },
    });
  });

  it('keep a cancel a cancel, whoever made it', async () => {
    const controller = new AbortController();
    controller.abort();
    const named = Object.assign(new Error('stopped'), { name: 'AbortError' });
    for (const error of [abortError(), controller.signal.reason, named]) {
      const wire = structuredClone(serializeError(error));
      expect(wire.code).toBe('ABORTED');
      const back = deserializeError(wire);
      expect(isAbortError(back)).toBe(true);
      expect(back).toBeInstanceOf(DOMException);
    }
  });

  it('give an unknown error the fallback code and its own message as the reason', () => {
    expect(serializeError(new TypeError('x is undefined'))).toEqual({
      code: 'PLUGIN_FAILED',
      message: 'x is undefined',
      details: { reason: 'x is undefined' },
    });
    expect(serializeError('just text', 'INFERENCE_FAILED')).toMatchObject({
      code: 'INFERENCE_FAILED',
      details: { reason: 'just text' },
    });
    // Emscripten throws plain numbers.
    expect(serializeError(71234)).toMatchObject({ details: { reason: '71234' } });
    expect(serializeError(undefined).message).toBe('undefined');
  });
});

describe('isAbortError', () => {
  it('is false for other errors, for look-alikes and for nothing', () => {
    for (const other of [
      new Error('AbortError'),
      new DOMException('late', 'TimeoutError'),
      { name: 'AbortError' },
      null,
      undefined,
    ]) {
      expect(isAbortError(other)).toBe(false);
    }
    expect(isAbortError(new KomaError('PLUGIN_FAILED', 'AbortError'))).toBe(false);
  });
});
