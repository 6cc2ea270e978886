import type { BlendKernel, BlendKernels } from '../blend/index.ts';
import type { Draw } from './draw.ts';

/** What a step does to the accumulator `dst`. */
export type StepKind = 'begin' | 'pixels' | 'accumulator' | 'save' | 'fade';

/**
 * One step of compositing a band. Accumulators are numbered; 0 holds the result.
 *
 * - `begin` empties `dst`;
 * - `pixels` blends pixels at the address `src` into it, `accumulator` the accumulator `src`;
 * - `save` copies it to the accumulator `src`, and `fade` takes it back to what was saved in `src` where
 *   mask and opacity say so.
 */
export interface Step {
  readonly kind: StepKind;
  readonly dst: number;
  readonly src: number;
  readonly mask: number;
  readonly opacity: number;
  readonly kernel: BlendKernel;
  readonly atop: 0 | 1;
  /** Whether what was drawn before does not matter where the pixels are opaque. */
  readonly covers: boolean;
}

/** The steps that draw `draws`, and how many accumulators they need. */
export function stepsOf(
  draws: readonly Draw[],
  blend: BlendKernels['blend'],
): { steps: Step[]; depth: number } {
  const steps: Step[] = [];
  let depth = 1;

  const push = (
    kind: StepKind,
    dst: number,
    src: number,
    draw?: Draw,
    atop: 0 | 1 = 0,
    covers = false,
  ): void => {
    depth = Math.max(depth, dst + 1, kind === 'save' ? src + 1 : 0);
    const { mask, opacity, mode } = draw ?? plain;
    steps.push({ kind, dst, src, mask, opacity, kernel: blend[mode], atop, covers });
  };

  /** Accumulators from `free` on may be used. */
  const drawAll = (list: readonly Draw[], dst: number, free: number, bottom: boolean): void => {
    for (const draw of list) {
      if (draw.through) {
        push('save', dst, free);
        drawAll(draw.children, dst, free + 1, false);
        push('fade', dst, free, draw);
      } else drawOne(draw, dst, free, 0, bottom);
    }
  };

  const drawOne = (draw: Draw, dst: number, free: number, atop: 0 | 1, bottom: boolean): void => {
    if (draw.children.length === 0 && draw.clipped.length === 0) {
      const covers = bottom && draw.mode === 'normal' && draw.opacity === 1 && draw.mask === 0;
      push('pixels', dst, draw.pixels, draw, atop, covers);
      return;
    }
    push('begin', free, 0);
    if (draw.children.length > 0) drawAll(draw.children, free, free + 1, false);
    else push('pixels', free, draw.pixels);
    for (const clipped of draw.clipped) drawOne(clipped, free, free + 1, 1, false);
    push('accumulator', dst, free, draw, atop);
  };

  drawAll(draws, 0, 1, true);
  return { steps, depth };
}

const plain = { mask: 0, opacity: 1, mode: 'normal' } as const;
