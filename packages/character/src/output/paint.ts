import type { Part, Shape } from '../drawing/drawing.ts';
import type { Palette } from '../palette/character-palette.ts';

/** One colour of a gradient; offset and opacity are 0 to 1. */
export interface PaintStop {
  readonly offset: number;
  readonly colour: string;
  readonly opacity: number;
}

/** A straight gradient between two points in drawing units. */
export interface LinearPaint {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly stops: readonly PaintStop[];
}

/** A gradient from the middle of the shape's box to the ellipse that touches its sides. */
export interface RadialPaint {
  readonly radial: readonly PaintStop[];
}

/** What a shape is filled with: a colour or `url(#…)`, a gradient between colours, or nothing at all. */
export type Paint = string | LinearPaint | RadialPaint | null;

/** Decides what each shape of a part looks like: one drawing, many finishes, masks and labels. */
export type Painter = (shape: Shape, part: Part) => Paint;

/** Every shape in its own colour: the cel finish. */
export function celPainter(palette: Palette): Painter {
  return (shape) => {
    const ramp = palette[shape.material];
    if (shape.gradient === undefined) return ramp[shape.tone];
    const { from, to, stops } = shape.gradient;
    return {
      from,
      to,
      stops: stops.map(({ offset, tone, opacity = 1 }) => ({ offset, colour: ramp[tone], opacity })),
    };
  };
}
