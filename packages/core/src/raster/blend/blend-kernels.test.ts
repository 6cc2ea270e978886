import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBlendKernels, KERNEL_HEAP, reserveMemory } from './blend-kernels.ts';
import { BLEND_MODES, type BlendMode } from './blend-mode.ts';
import { atopReference, CLEAR, overReference, type Colour } from './blend-reference.test-helper.ts';

const kernels = createBlendKernels();
const PIXELS = 65536;
const SOURCE = KERNEL_HEAP;
const BACKDROP = SOURCE + PIXELS * 4;
const MASK = BACKDROP + PIXELS * 4;
const OUT = MASK + PIXELS;
const PLANES = OUT + PIXELS * 4;
const OTHER = PLANES + PIXELS * 16;
reserveMemory(kernels.memory, OTHER + PIXELS * 16);
const heap = new Uint8Array(kernels.memory.buffer);

/** Values at which rounding and special cases sit, and everything else. */
const level = fc.oneof(fc.constantFrom(0, 1, 127, 128, 254, 255), fc.integer({ min: 0, max: 255 }));
const pixel = fc.tuple(level, level, level, level);
const pixels = fc.array(pixel, { minLength: 32, maxLength: 32 });
const masks = fc.array(level, { minLength: 32, maxLength: 32 });
const opacity = fc.oneof(fc.constantFrom(1, 0.5), fc.double({ min: 0, max: 1, noNaN: true }));

function colourOf(bytes: ArrayLike<number>, at: number, factor = 1): Colour {
  const [r, g, b, a] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!];
  return { rgb: [r / 255, g / 255, b / 255], alpha: (a / 255) * factor };
}

/** Rounded once from float32: half a level, and a little more where a division amplifies its error. */
function expectNear(at: number, wanted: Colour, what: () => string): void {
  const alpha = heap[at + 3]!;
  let near = Math.abs(alpha - wanted.alpha * 255) < 0.501;
  for (const c of [0, 1, 2] as const)
    near &&= alpha === 0 ? heap[at + c] === 0 : Math.abs(heap[at + c]! - wanted.rgb[c] * 255) < 0.6;
  // One assertion for each pixel would take most of the time.
  if (!near)
    expect([...heap.subarray(at, at + 4)], what()).toEqual([...wanted.rgb, wanted.alpha].map((v) => v * 255));
}

/** Blends pixels given as bytes and compares each of them with the reference. */
function check(mode: BlendMode, cb: number[][], cs: number[][], mask: number[], opacity: number): void {
  const single = Math.fround(opacity);
  heap.set(cb.flat(), BACKDROP);
  heap.set(cs.flat(), SOURCE);
  heap.set(mask, MASK);
  for (const atop of [0, 1] as const) {
    for (const planar of [0, 1] as const) {
      for (const masked of [0, 1] as const) {
        kernels.set(PLANES, BACKDROP, 0, 0, 1, 8);
        kernels.set(OTHER, SOURCE, 0, 0, 1, 8);
        const source = planar ? OTHER : SOURCE;
        kernels.blend[mode](PLANES, source, planar, masked && MASK, opacity, atop, 8);
        kernels.store(PLANES, OUT, 8);
        for (let i = 0; i < 32; i++) {
          const backdrop = colourOf(cb[i]!, 0);
          const top = colourOf(cs[i]!, 0, single * (masked ? mask[i]! / 255 : 1));
          const wanted = atop ? atopReference(mode, backdrop, top) : overReference(mode, backdrop, top);
          const note = (): string =>
            `of ${mode} ${cs[i]} · ${single} · ${masked ? mask[i] : 255} on ${cb[i]} (atop ${atop}, planar ${planar})`;
          expectNear(OUT + i * 4, wanted, note);
        }
      }
    }
  }
}

describe('the kernels', () => {
  test.each(BLEND_MODES)('blend %s as the W3C formula in float64 does', (mode) => {
    fc.assert(
      fc.property(pixels, pixels, masks, opacity, (cb, cs, mask, opacity) =>
        check(mode, cb, cs, mask, opacity),
      ),
      { numRuns: 40 },
    );
  });

  test.each(BLEND_MODES)('blend %s right for each of the 65536 pairs of opaque levels', (mode) => {
    // The pair in red; other levels in green and blue give the non-separable modes colours to work on.
    for (let i = 0; i < PIXELS; i++) {
      const [b, s] = [i & 255, i >> 8];
      heap.set([b, s, (b + s) & 255, 255], BACKDROP + i * 4);
      heap.set([s, (b * 7) & 255, b ^ 85, 255], SOURCE + i * 4);
    }
    kernels.set(PLANES, BACKDROP, 0, 0, 1, PIXELS / 4);
    kernels.blend[mode](PLANES, SOURCE, 0, 0, 1, 0, PIXELS / 4);
    kernels.store(PLANES, OUT, PIXELS / 4);
    let worst = 0;
    for (let i = 0; i < PIXELS * 4; i += 4) {
      const wanted = overReference(mode, colourOf(heap, BACKDROP + i), colourOf(heap, SOURCE + i));
      for (const c of [0, 1, 2] as const)
        worst = Math.max(worst, Math.abs(heap[OUT + i + c]! - wanted.rgb[c] * 255));
      worst = Math.max(worst, Math.abs(heap[OUT + i + 3]! - 255));
    }
    expect(worst).toBeLessThan(0.501);
  });

  test.each(BLEND_MODES)(
    'are not led astray in %s by what rounding left beside black, grey and white',
    (mode) => {
      const clean = [0, 0.5, 1];
      const off = fc.tuple(fc.constantFrom(...clean), fc.integer({ min: -4, max: 4 }));
      const grey = off.map((value): [typeof value, typeof value, typeof value] => [value, value, value]);
      const colour = fc.oneof(fc.tuple(off, off, off), grey);
      const alpha = fc.oneof(fc.constant(1), fc.double({ min: 0.1, max: 1, noNaN: true }));
      const one = fc.tuple(colour, colour, alpha, alpha);
      const floats = new Float32Array(kernels.memory.buffer);
      fc.assert(
        fc.property(one, ([backdrop, source, ab, as]) => {
          for (let i = 0; i < 3; i++) {
            floats[PLANES / 4 + i * 4] = backdrop[i]![0] * ab + backdrop[i]![1] * 2 ** -25;
            floats[OTHER / 4 + i * 4] = source[i]![0] * as + source[i]![1] * 2 ** -25;
          }
          floats[PLANES / 4 + 12] = ab;
          floats[OTHER / 4 + 12] = as;
          kernels.blend[mode](PLANES, OTHER, 1, 0, 1, 0, 1);
          for (let i = 0; i < 4; i++) expect(Math.abs(floats[PLANES / 4 + i * 4]! - 0.5)).toBeLessThan(0.501);
          kernels.store(PLANES, OUT, 1);
          const straight = (channels: typeof backdrop): [number, number, number] => [
            channels[0][0],
            channels[1][0],
            channels[2][0],
          ];
          const [below, above] = [
            { rgb: straight(backdrop), alpha: ab },
            { rgb: straight(source), alpha: as },
          ];
          expectNear(
            OUT,
            overReference(mode, below, above),
            () => `of ${mode} ${source} · ${as} on ${backdrop} · ${ab}`,
          );
        }),
        { numRuns: 300 },
      );
    },
  );

  test('give every straight colour back that was premultiplied', () => {
    for (let i = 0; i < PIXELS; i++) heap.set([i & 255, 255 - (i & 255), 77, i >> 8], SOURCE + i * 4);
    kernels.set(PLANES, SOURCE, 0, 0, 1, PIXELS / 4);
    expect(kernels.store(PLANES, OUT, PIXELS / 4)).toBe(1);
    const wanted = heap.slice(SOURCE, SOURCE + PIXELS * 4).fill(0, 0, 1024);
    expect(Buffer.compare(heap.subarray(OUT, OUT + PIXELS * 4), wanted)).toBe(0);
  });

  test('fade linearly between two accumulators, premultiplied', () => {
    fc.assert(
      fc.property(pixels, pixels, masks, opacity, (from, to, mask, opacity) => {
        heap.set(from.flat(), BACKDROP);
        heap.set(to.flat(), SOURCE);
        heap.set(mask, MASK);
        kernels.set(OTHER, BACKDROP, 0, 0, 1, 8);
        kernels.set(PLANES, SOURCE, 0, 0, 1, 8);
        kernels.lerp(PLANES, OTHER, MASK, opacity, 8);
        kernels.store(PLANES, OUT, 8);
        for (let i = 0; i < 32; i++) {
          const [a, b] = [colourOf(from[i]!, 0), colourOf(to[i]!, 0)];
          const t = Math.fround(opacity) * (mask[i]! / 255);
          const alpha = a.alpha + (b.alpha - a.alpha) * t;
          const mix = (c: 0 | 1 | 2): number =>
            (a.rgb[c] * a.alpha * (1 - t) + b.rgb[c] * b.alpha * t) / alpha;
          const wanted = alpha === 0 ? CLEAR : { rgb: [mix(0), mix(1), mix(2)] as const, alpha };
          expectNear(OUT + i * 4, wanted, () => `between ${from[i]} and ${to[i]} at ${t}`);
        }
      }),
    );
  });

  test('tell transparent, mixed and opaque pixels apart', () => {
    const of = (alphas: number[]): number => {
      heap.set(
        alphas.flatMap((alpha) => [9, 9, 9, alpha]),
        SOURCE,
      );
      return kernels.classify(SOURCE, alphas.length / 4);
    };
    const spot = (rest: number, value: number, at: number): number[] =>
      Array.from({ length: 64 }, (_, i) => (i === at ? value : rest));
    expect(of(spot(0, 0, 0))).toBe(0);
    expect(of(spot(255, 255, 0))).toBe(2);
    for (let at = 0; at < 64; at++) {
      expect(of(spot(0, 1, at))).toBe(1);
      expect(of(spot(255, 254, at))).toBe(1);
    }
  });

  test('tell empty, mixed and full masks apart', () => {
    const of = (rest: number, value: number, at: number): number => {
      heap.fill(rest, MASK, MASK + 64)[MASK + at] = value;
      return kernels.classifyBytes(MASK, 16);
    };
    expect(of(0, 0, 0)).toBe(0);
    expect(of(255, 255, 0)).toBe(2);
    for (let at = 0; at < 64; at++) {
      expect(of(0, 1, at)).toBe(1);
      expect(of(255, 254, at)).toBe(1);
    }
  });

  test('have memories of their own', () => {
    const other = createBlendKernels();
    expect(other.memory).not.toBe(kernels.memory);
    reserveMemory(other.memory, KERNEL_HEAP + 65537);
    expect(other.memory.buffer.byteLength).toBe(KERNEL_HEAP + 131072);
  });
});
