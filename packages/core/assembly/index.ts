// What the module exports; src/raster/blend/blend-kernels.ts says what the parameters mean. Every blend
// mode is a function of its own, so that its loop decides nothing that the mode decides.

import { BlendLoop } from './blend-loop';
import { HalveLoop } from './halve-loop';
import { Span } from './span';
import { Term } from './term';
import { Tone } from './tone';

/** Blends with the mode `normal`. */
export function normal(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Term.NORMAL, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `multiply`. */
export function multiply(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Term.MULTIPLY, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `screen`. */
export function screen(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Term.SCREEN, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `overlay`. */
export function overlay(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Term.OVERLAY, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `darken`. */
export function darken(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Term.DARKEN, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `lighten`. */
export function lighten(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Term.LIGHTEN, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `color-dodge`. */
export function colorDodge(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Term.COLOR_DODGE, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `color-burn`. */
export function colorBurn(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Term.COLOR_BURN, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `hard-light`. */
export function hardLight(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Term.HARD_LIGHT, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `soft-light`. */
export function softLight(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Term.SOFT_LIGHT, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `difference`. */
export function difference(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Term.DIFFERENCE, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `exclusion`. */
export function exclusion(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Term.EXCLUSION, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `hue`. */
export function hue(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Tone.HUE, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `saturation`. */
export function saturation(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Tone.SATURATION, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `color`. */
export function color(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Tone.COLOR, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `luminosity`. */
export function luminosity(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Tone.LUMINOSITY, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `linear-dodge`. */
export function linearDodge(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Term.LINEAR_DODGE, dst, src, planar, mask, opacity, atop, blocks);
}

/** Blends with the mode `linear-burn`. */
export function linearBurn(
  dst: usize,
  src: usize,
  planar: i32,
  mask: usize,
  opacity: f32,
  atop: i32,
  blocks: i32,
): void {
  BlendLoop.run(Term.LINEAR_BURN, dst, src, planar, mask, opacity, atop, blocks);
}

/** Premultiplies a source into an accumulator. */
export function set(dst: usize, src: usize, planar: i32, mask: usize, opacity: f32, blocks: i32): void {
  Span.set(dst, src, planar, mask, opacity, blocks);
}

/** Fades an accumulator back to another. */
export function lerp(dst: usize, from: usize, mask: usize, opacity: f32, blocks: i32): void {
  Span.lerp(dst, from, mask, opacity, blocks);
}

/** Writes an accumulator as straight RGBA8. */
export function store(src: usize, out: usize, blocks: i32): i32 {
  return Span.store(src, out, blocks);
}

/** Whether pixels are transparent, opaque or mixed. */
export function classify(src: usize, blocks: i32): i32 {
  return Span.classify(src, blocks);
}

/** Whether bytes are 0, 255 or mixed. */
export function classifyBytes(src: usize, blocks: i32): i32 {
  return Span.classifyBytes(src, blocks);
}

/** The 2 x 2 means of a square of pixels. */
export function halve(src: usize, out: usize, side: i32): void {
  HalveLoop.run(src, out, side);
}
