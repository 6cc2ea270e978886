// oxlint-disable typescript/no-extraneous-class -- TypeScript allows `@inline` on methods only

import { Constant } from './constant';
import { Pixel } from './pixel';
import { Term } from './term';
import { Tone } from './tone';

/**
 * The loop of every blend mode, compiled once for each of them.
 *
 * An accumulator holds premultiplied colour as float32 in blocks of four pixels: four vectors, red,
 * green, blue and alpha, 64 bytes. With S = ab·Cs, D = as·Cb and A = as·ab (capitals are premultiplied)
 * the formula of W3C Compositing and Blending Level 1,
 *
 *     co = as·(1-ab)·cs + as·ab·B(cb, cs) + (1-as)·ab·cb
 *
 * is Cb - V + Cs with V = S + D - A·B, which is short for most modes (see {@link Term}); alpha is the same
 * with V = A. Drawn atop, the backdrop's alpha stays and what lies outside of it is dropped: Cb - V + S.
 */
export class BlendLoop {
  /**
   * @param mode a constant of {@link Term} or {@link Tone}
   * @param dst accumulator, changed in place
   * @param src straight RGBA8, or an accumulator where `planar` is not 0
   * @param mask one byte of coverage for each pixel, or 0
   * @param opacity 0-1
   * @param atop not 0: keep the backdrop's alpha
   * @param blocks number of blocks of four pixels
   */
  @inline
  static run(
    mode: i32,
    dst: usize,
    src: usize,
    planar: i32,
    mask: usize,
    opacity: f32,
    atop: i32,
    blocks: i32,
  ): void {
    const end = dst + ((<usize>blocks) << 6);
    const scale = f32x4.splat(opacity);
    for (; dst < end; dst += 64) {
      let cover = scale;
      if (mask) {
        cover = Pixel.coverage(mask, scale);
        mask += 4;
      }
      let as: v128, sr: v128, sg: v128, sb: v128;
      if (planar) {
        as = f32x4.mul(v128.load(src, 48), cover);
        if (!v128.any_true(as)) {
          src += 64;
          continue;
        }
        sr = f32x4.mul(v128.load(src), cover);
        sg = f32x4.mul(v128.load(src, 16), cover);
        sb = f32x4.mul(v128.load(src, 32), cover);
        src += 64;
      } else {
        const pixels = v128.load(src);
        src += 16;
        as = f32x4.mul(f32x4.mul(Pixel.alpha(pixels), Constant.unit()), cover);
        if (!v128.any_true(as)) continue;
        const factor = f32x4.mul(as, Constant.unit());
        sr = f32x4.mul(Pixel.channel(pixels, 0), factor);
        sg = f32x4.mul(Pixel.channel(pixels, 8), factor);
        sb = f32x4.mul(Pixel.channel(pixels, 16), factor);
      }
      const br = v128.load(dst);
      const bg = v128.load(dst, 16);
      const bb = v128.load(dst, 32);
      const ab = v128.load(dst, 48);
      const A = f32x4.mul(as, ab);
      const Sr = f32x4.mul(sr, ab);
      const Sg = f32x4.mul(sg, ab);
      const Sb = f32x4.mul(sb, ab);
      const Dr = f32x4.mul(br, as);
      const Dg = f32x4.mul(bg, as);
      const Db = f32x4.mul(bb, as);
      let r: v128, g: v128, b: v128;
      if (Tone.handles(mode)) {
        const ofSource = Tone.takesSource(mode);
        const lumS = Tone.lum(Sr, Sg, Sb);
        const lumD = Tone.lum(Dr, Dg, Db);
        const L = mode == Tone.LUMINOSITY ? lumS : lumD;
        const own = ofSource ? lumS : lumD;
        const factor = Tone.factor(mode, own, L, A, Sr, Sg, Sb, Dr, Dg, Db);
        r = f32x4.add(L, f32x4.mul(f32x4.sub(ofSource ? Sr : Dr, own), factor));
        g = f32x4.add(L, f32x4.mul(f32x4.sub(ofSource ? Sg : Dg, own), factor));
        b = f32x4.add(L, f32x4.mul(f32x4.sub(ofSource ? Sb : Db, own), factor));
        r = f32x4.sub(f32x4.add(Sr, Dr), r);
        g = f32x4.sub(f32x4.add(Sg, Dg), g);
        b = f32x4.sub(f32x4.add(Sb, Db), b);
      } else {
        const extra = Term.extra(mode, as, ab);
        r = Term.of(mode, sr, br, as, ab, A, Sr, Dr, extra);
        g = Term.of(mode, sg, bg, as, ab, A, Sg, Dg, extra);
        b = Term.of(mode, sb, bb, as, ab, A, Sb, Db, extra);
      }
      if (atop) {
        v128.store(dst, f32x4.add(f32x4.sub(br, r), Sr));
        v128.store(dst, f32x4.add(f32x4.sub(bg, g), Sg), 16);
        v128.store(dst, f32x4.add(f32x4.sub(bb, b), Sb), 32);
      } else {
        v128.store(dst, f32x4.add(f32x4.sub(br, r), sr));
        v128.store(dst, f32x4.add(f32x4.sub(bg, g), sg), 16);
        v128.store(dst, f32x4.add(f32x4.sub(bb, b), sb), 32);
        v128.store(dst, f32x4.add(f32x4.sub(ab, A), as), 48);
      }
    }
  }
}
