import type { Drawing, PartName } from '../drawing/drawing.ts';
import type { Palette } from '../palette/character-palette.ts';
import { linePainter } from './line-painter.ts';
import type { Painter } from './paint.ts';
import { pictureHeight, type Rasterize } from './rasterize.ts';
import { toSvg } from './to-svg.ts';
import { flatsPainter, partPainter, roleMaskPainter } from './truth-painters.ts';

/** What is known of a picture, pixel by pixel; all of its size, rows from the top. */
export interface TruthPictures {
  readonly width: number;
  readonly height: number;
  /** Black lines on white, one byte a pixel, antialiased. */
  readonly lineArt: Uint8Array;
  /** Plain colours with hard edges, straight RGBA; transparent where a picture without background is. */
  readonly flats: Uint8Array | Uint8ClampedArray;
  /** 255 in the shade, one byte a pixel, antialiased. */
  readonly shade: Uint8Array;
  readonly highlight: Uint8Array;
  /** One byte a pixel: an index into `partClasses`. Every pixel has one, so masks never overlap. */
  readonly parts: Uint8Array;
  /** How much of the figure covers each pixel, 0 to 255; the background counts as nothing. */
  readonly figure: Uint8Array;
}

/** The truth of a drawing, `width` pixels wide. */
export function truthPictures(
  drawing: Drawing,
  palette: Palette,
  width: number,
  rasterize: Rasterize,
): TruthPictures {
  const height = pictureHeight(drawing, width);
  const draw = (paint: Painter, crisp = false): Uint8Array | Uint8ClampedArray =>
    rasterize(toSvg(drawing, { paint, width, crisp }), width, height);
  const figure = toSvg(drawing, {
    paint: () => '#ffffff',
    parts: ({ name }) => name !== 'background',
    width,
  });
  return {
    width,
    height,
    lineArt: greyOn(draw(linePainter), 255),
    flats: draw(flatsPainter(palette), true),
    shade: greyOn(draw(roleMaskPainter('shade')), 0),
    highlight: greyOn(draw(roleMaskPainter('highlight')), 0),
    parts: greyOn(draw(partPainter, true), 0),
    figure: channel(rasterize(figure, width, height), 3),
  };
}

/** The names of parts from the back to the front, each run of one name once. */
export function occlusionOrder(drawing: Drawing): PartName[] {
  return drawing.parts.flatMap(({ name }, i) => (drawing.parts[i - 1]?.name === name ? [] : [name]));
}

/** A grey picture, given by its red, on a ground of another grey. */
function greyOn(rgba: Uint8Array | Uint8ClampedArray, ground: number): Uint8Array {
  const plane = channel(rgba, 0);
  for (let i = 0, p = 3; i < plane.length; i++, p += 4)
    plane[i] = Math.round((plane[i]! * rgba[p]! + ground * (255 - rgba[p]!)) / 255);
  return plane;
}

function channel(rgba: Uint8Array | Uint8ClampedArray, index: number): Uint8Array {
  const plane = new Uint8Array(rgba.length / 4);
  for (let i = 0, p = index; i < plane.length; i++, p += 4) plane[i] = rgba[p]!;
  return plane;
}
