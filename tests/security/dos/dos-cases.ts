/** A plugin that means harm, or was written badly. */
export interface DosCase {
  readonly id: string;
  readonly what: string;
  /** Its script; `work` is its only operation. */
  readonly code: string;
  /**
   * How it ends: `cancel` where the person has to stop it, `result` or `error` where the job ends by itself. Whatever
   * happens then, the person presses Cancel after a while.
   */
  readonly ends: 'cancel' | 'error' | 'result';
  /** Runs it once more before what is measured: it does its harm after its answer. */
  readonly twice?: boolean;
}

/** A plugin whose operation does this; `image` is the picture it was given. */
const operation = (body: string): string =>
  `var komaPlugin = { default: { operations: { work: async ({ image: { image } }, params, context) => { ${body} } } } };`;
const ANSWER = 'return { image };';

/** Ways to keep an editor busy. */
export const DOS_CASES: readonly DosCase[] = [
  {
    id: 'no-harm',
    what: 'gives the picture back: what a call costs',
    ends: 'result',
    code: operation(ANSWER),
  },
  { id: 'loop-at-load', what: 'loops while its script is loaded', ends: 'cancel', code: 'for (;;);' },
  { id: 'loop-in-call', what: 'loops in an operation', ends: 'cancel', code: operation('for (;;);') },
  {
    id: 'loop-after-reply',
    what: 'answers, then loops; the next call gets no answer',
    ends: 'cancel',
    twice: true,
    code: operation(`setTimeout(() => { for (;;); }, 100); ${ANSWER}`),
  },
  {
    id: 'never-settles',
    what: 'returns a promise that never settles',
    ends: 'cancel',
    code: operation('return new Promise(() => {});'),
  },
  {
    id: 'ignores-cancel',
    what: 'works on in small steps and never looks whether it was cancelled',
    ends: 'cancel',
    code: operation('for (;;) await new Promise((done) => setTimeout(done, 1));'),
  },
  {
    id: 'flood-of-notes',
    what: 'writes a note as fast as it can',
    ends: 'cancel',
    code: operation(`for (;;) { for (let i = 0; i < 1e4; i++) context.log('note ' + i); await null; }`),
  },
  {
    id: 'flood-of-progress',
    what: 'reports progress as fast as it can',
    ends: 'cancel',
    code: operation(
      `for (let n = 0; ; n++) { for (let i = 0; i < 1e4; i++) context.progress(n / 1e9); await new Promise((done) => setTimeout(done)); }`,
    ),
  },
  {
    id: 'flood-of-requests',
    what: 'asks the host a million times',
    ends: 'error',
    code: operation(
      `for (let i = 0; i < 1e6; i++) context.files.bytes('main.js').catch(() => {}); return new Promise(() => {});`,
    ),
  },
  {
    id: 'flood-of-previews',
    what: 'sends large previews without end',
    ends: 'cancel',
    code: operation(
      `for (;;) { const size = 2048; context.preview({ x: 0, y: 0, width: size, height: size, outputWidth: size, outputHeight: size, data: new Uint8ClampedArray(size * size * 4) }); await new Promise((done) => setTimeout(done)); }`,
    ),
  },
  {
    id: 'flood-of-errors',
    what: 'throws without end where nobody catches',
    ends: 'cancel',
    code: operation(
      `const again = () => { for (let i = 0; i < 100; i++) setTimeout(() => { throw new Error('x'.repeat(1e5)); }); setTimeout(again); }; again(); return new Promise(() => {});`,
    ),
  },
  {
    id: 'memory-buffers',
    what: 'takes 6 GB in buffers',
    ends: 'cancel',
    code: operation(
      `const kept = []; for (let i = 0; i < 96; i++) kept.push(new Uint8Array(2 ** 26).fill(i + 1)); return new Promise(() => kept.length);`,
    ),
  },
  {
    id: 'giant-reply',
    what: 'answers with ten million objects',
    ends: 'error',
    code: operation(`return { image, more: Array.from({ length: 1e7 }, (_, i) => ({ i })) };`),
  },
  {
    id: 'deep-reply',
    what: 'answers with objects in objects, 5,000 deep',
    ends: 'error',
    code: operation(`let more = {}; for (let i = 0; i < 5000; i++) more = { more }; return { image, more };`),
  },
  {
    id: 'giant-text',
    what: 'answers with a text of 256 million letters',
    ends: 'error',
    code: operation(`return { image, more: 'x'.repeat(2 ** 28) };`),
  },
  {
    id: 'wrong-size',
    what: 'answers with a picture whose size and data do not fit',
    ends: 'error',
    code: operation('return { image: { width: 4096, height: 4096, data: image.data } };'),
  },
  {
    id: 'enormous-size',
    what: 'answers with a picture of a billion pixels',
    ends: 'error',
    code: operation('return { image: { width: 2 ** 30, height: 1, data: image.data } };'),
  },
  {
    id: 'throwing-text',
    what: 'throws an object whose texts throw',
    ends: 'error',
    code: operation(
      `throw { get message() { throw this; }, get code() { throw this; }, toString() { throw this; } };`,
    ),
  },
];
