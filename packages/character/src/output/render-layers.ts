import type { Drawing, Part, PartName, Role } from '../drawing/drawing.ts';
import type { FinishPaint } from './finish-painter.ts';
import { partTitle } from './part-title.ts';
import { drawNow, pictureHeight, type DrawingSteps, type Rasterize } from './rasterize.ts';
import { splitKinds } from './split-kinds.ts';
import { toSvg } from './to-svg.ts';

/** A layer of pixels, cropped to what there is. */
export interface PixelLayer {
  readonly name: string;
  readonly kind: Role | 'background';
  /** The upper left corner in the picture, pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Straight RGBA. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** The layers of one part, from the bottom up. */
export interface LayerGroup {
  readonly name: string;
  /** The part, the character's own side of it, and how many of that name lie behind it, itself included. */
  readonly part?: PartName;
  readonly side?: 'left' | 'right';
  readonly count?: number;
  readonly layers: readonly PixelLayer[];
}

const kindTitles: Readonly<Record<Role, string>> = {
  flat: 'Flats',
  shade: 'Shade',
  highlight: 'Highlights',
  line: 'Line art',
};

/**
 * The picture as layers by kind, from the bottom up: background, flats, shade, highlights, line art. Laid
 * over each other in normal mode they give the picture drawn at once but for rounding, and for pixels at
 * edges where a part hides the lines of another.
 */
export function renderLayers(
  drawing: Drawing,
  paint: FinishPaint,
  width: number,
  rasterize: Rasterize,
): PixelLayer[] {
  return drawNow(layerSteps(drawing, paint, width), rasterize);
}

/** The work of {@link renderLayers}, drawing by drawing. */
export function* layerSteps(drawing: Drawing, paint: FinishPaint, width: number): DrawingSteps<PixelLayer[]> {
  const [ground, figure] = [
    onlyParts(drawing, isBackground),
    onlyParts(drawing, (part) => !isBackground(part)),
  ];
  const height = pictureHeight(drawing, width);
  const back = yield* drawAtOnce(ground, paint, width);
  const background = cropLayer({ name: 'Background', kind: 'background' }, back, width, height);
  const kinds = (yield* splitKinds(figure, paint, width)).map(({ kind, data }) =>
    cropLayer({ name: kindTitles[kind], kind }, data, width, height),
  );
  return [background, ...kinds].filter((layer) => layer !== undefined);
}

/**
 * The picture as a group a part, from the back to the front, each with layers by kind. Parts are whole,
 * also where others hide them. Neighbours in the order that are one thing share a group.
 */
export function renderPartLayers(
  drawing: Drawing,
  paint: FinishPaint,
  width: number,
  rasterize: Rasterize,
): LayerGroup[] {
  return drawNow(partLayerSteps(drawing, paint, width), rasterize);
}

/**
 * The work of {@link renderPartLayers}, drawing by drawing.
 *
 * @param done told after each part what share of all is done, 0 to 1
 */
export function* partLayerSteps(
  drawing: Drawing,
  paint: FinishPaint,
  width: number,
  done: (share: number) => void = () => {},
): DrawingSteps<LayerGroup[]> {
  const height = pictureHeight(drawing, width);
  const used = new Map<string, number>();
  const groups: LayerGroup[] = [];
  const runs = joinNeighbours(drawing.parts);
  for (const [index, parts] of runs.entries()) {
    const [first] = parts as [Part];
    const title = partTitle(first);
    const alone = { ...drawing, parts };
    const layers = isBackground(first)
      ? [
          cropLayer(
            { name: title, kind: 'background' },
            yield* drawAtOnce(alone, paint, width),
            width,
            height,
          ),
        ]
      : (yield* splitKinds(alone, paint, width)).map(({ kind, data }) =>
          cropLayer({ name: `${title} / ${kindTitles[kind]}`, kind }, data, width, height),
        );
    done((index + 1) / runs.length);
    const seen = layers.filter((layer) => layer !== undefined);
    if (seen.length === 0) continue;
    const { name, side } = first;
    const count = (used.get(title) ?? 0) + 1;
    used.set(title, count);
    groups.push({
      name: count === 1 ? title : `${title} ${count}`,
      part: name,
      ...(side && { side }),
      count,
      layers: seen,
    });
  }
  return groups;
}

const isBackground = ({ name }: Part): boolean => name === 'background';

function onlyParts(drawing: Drawing, which: (part: Part) => boolean): Drawing {
  return { ...drawing, parts: drawing.parts.filter(which) };
}

function joinNeighbours(parts: readonly Part[]): Part[][] {
  const runs: Part[][] = [];
  for (const part of parts) {
    const run = runs.at(-1);
    if (run?.[0]!.name === part.name && run[0]!.side === part.side) run.push(part);
    else runs.push([part]);
  }
  return runs;
}

function* drawAtOnce(
  drawing: Drawing,
  { paint, definitions }: FinishPaint,
  width: number,
): DrawingSteps<Uint8ClampedArray<ArrayBuffer>> {
  const height = pictureHeight(drawing, width);
  return new Uint8ClampedArray(yield [toSvg(drawing, { paint, definitions, width }), width, height]);
}

/** The part of a picture that is not transparent; undefined where all of it is. */
export function cropLayer(
  head: Pick<PixelLayer, 'name' | 'kind'>,
  data: Uint8ClampedArray<ArrayBuffer>,
  width: number,
  height: number,
): PixelLayer | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0, p = 3; y < height; y++)
    for (let x = 0; x < width; x++, p += 4) {
      if (data[p] === 0) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  if (right < 0) return undefined;
  const [w, h] = [right - left + 1, bottom - top + 1];
  const cropped = new Uint8ClampedArray(w * h * 4);
  for (let y = 0; y < h; y++) {
    const from = ((top + y) * width + left) * 4;
    cropped.set(data.subarray(from, from + w * 4), y * w * 4);
  }
  return { ...head, x: left, y: top, width: w, height: h, data: cropped };
}
