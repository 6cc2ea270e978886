import { depth } from '../../drawing/depth.ts';
import type { Sheet } from '../../drawing/sheet.ts';
import { closed, around } from '../solid.ts';
import { spline } from '../../geometry/curve.ts';
import { outline } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import type { Material } from '../../palette/material.ts';
import type { DrawAccessory, Stage } from '../stage.ts';
import { drawTube } from './tube.ts';
import { beforeFace, lensOf, lensOutline, type Lens } from './lens.ts';

/** A pair of spectacles. */
interface Style {
  readonly width: number;
  readonly height: number | 'round';
  /** Exponent of the lens' superellipse. */
  readonly square: number;
  readonly flare: number;
  /** Thickness of the frame, head units. */
  readonly rim: number;
  readonly material: Material;
  /** Only the upper half of the lens has a rim. */
  readonly half?: boolean;
  readonly dark?: boolean;
}

/** Draws spectacles with two lenses, a bridge and the temple that is seen. */
function drawSpectacles(stage: Stage, style: Style): ReturnType<DrawAccessory> {
  const { scene, head } = stage;
  const sheet = scene.sheet('glasses', depth.glasses);
  const unit = head.frame.scale;
  const lenses = ([-1, 1] as const).map((side) => lensOf(stage, side, style.width, style.height));
  const tube = (points: readonly Point[], rim = style.rim): void =>
    drawTube(sheet, style.material, points, (rim + 0.6) * unit);
  drawTemples(stage, lenses, (points) => tube(points, style.rim * 0.9));
  for (const lens of lenses) {
    const edge = lensOutline(lens, style.square, 28, style.flare);
    // Clear glass is a light on what is behind it.
    if (style.dark) sheet.flat('ink', closed(edge), { opacity: 0.82 });
    else sheet.highlight('glass', closed(edge), { tone: 'flat', opacity: 0.1 });
    drawGlint(stage, sheet, lens, style.dark ? 0.3 : 0.42);
    if (style.half) {
      sheet.line('glass', around(edge), 0.45, { start: 1, end: 1 });
      tube([...edge.slice(26), ...edge.slice(0, 17)]);
    } else tube(around(edge));
  }
  const { eyeY, eyeX } = head.shape;
  const inner = eyeX + 2 - (lenses[0] as Lens).halfWidth;
  const bridge = spline(
    [
      beforeFace(stage, -inner, eyeY - 4),
      beforeFace(stage, -inner * 0.4, eyeY - 9, 8),
      beforeFace(stage, inner * 0.4, eyeY - 9, 8),
      beforeFace(stage, inner, eyeY - 4),
    ],
    5,
  );
  tube(bridge);
  return [sheet.part()];
}

/** The temples: only the near one of a turned head is seen. */
export function drawTemples(
  { head }: Stage,
  lenses: readonly Lens[],
  draw: (line: readonly Point[]) => void,
): void {
  const { frame, shape } = head;
  for (const lens of lenses) {
    const { side } = lens;
    if (frame.turn * side > 0.12) continue;
    const hinge = lens.at(0.97, -0.42);
    draw(
      spline(
        [
          hinge,
          frame.at(side * (shape.halfWidth * 0.96), shape.eyeY - 10, 34),
          frame.at(side * (shape.halfWidth + 4), shape.eyeY - 13, -8),
        ],
        4,
      ),
    );
  }
}

/** Two bars of reflected light across a lens, on the side where the light comes from. */
export function drawGlint({ scene }: Stage, sheet: Sheet, lens: Lens, opacity: number): void {
  const towards = scene.light * lens.side;
  const at = (u: number, v: number): Point => lens.at(u * towards, v);
  for (const [u, half, top, bottom] of [
    [0.5, 0.08, -0.78, -0.2],
    [0.26, 0.03, -0.82, -0.4],
  ] as const) {
    const slope = 0.34;
    sheet.highlight(
      'glass',
      outline(
        [at(u + half, top), at(u + half - slope, bottom)],
        [at(u - half - slope, bottom), at(u - half, top)],
      ),
      { opacity },
    );
  }
}

/** Round lenses in thin golden rims. */
export const drawRoundGlasses: DrawAccessory = (stage) =>
  drawSpectacles(stage, { width: 1.02, height: 'round', square: 2.1, flare: 0, rim: 2.3, material: 'metal' });
/** Square lenses in thick coloured rims. */
export const drawSquareGlasses: DrawAccessory = (stage) =>
  drawSpectacles(stage, { width: 1.08, height: 0.92, square: 4.2, flare: 0.07, rim: 4.2, material: 'frame' });
/** Lenses with a rim above only. */
export const drawHalfRimGlasses: DrawAccessory = (stage) =>
  drawSpectacles(stage, {
    width: 1.08,
    height: 0.84,
    square: 3.2,
    flare: 0.1,
    rim: 3.2,
    material: 'frame',
    half: true,
  });
/** Dark lenses; the eyes just show through. */
export const drawSunglasses: DrawAccessory = (stage) =>
  drawSpectacles(stage, {
    width: 1.14,
    height: 0.98,
    square: 3,
    flare: 0.16,
    rim: 3.4,
    material: 'ink',
    dark: true,
  });
