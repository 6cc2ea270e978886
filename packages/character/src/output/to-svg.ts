import type { Drawing, Part, Shape } from '../drawing/drawing.ts';
import type { Painter, PaintStop } from './paint.ts';

/** How a drawing is written. */
export interface SvgOptions {
  readonly paint: Painter;
  /** Width of the picture in pixels; the height follows. Default: the drawing's own units. */
  readonly width?: number;
  /** Only these parts; all by default. */
  readonly parts?: (part: Part) => boolean;
  /** Hard edges, as masks and label maps need them. Default false. */
  readonly crisp?: boolean;
  /** Definitions, such as patterns, that paints refer to by `url(#…)`; asked for when all is painted. */
  readonly definitions?: string | (() => string);
}

/**
 * A drawing as SVG 1.1 text: filled paths, clip paths and gradients only, so that every renderer
 * draws the same. Colours are always `#rrggbb`.
 */
export function toSvg(drawing: Drawing, options: SvgOptions): string {
  const { paint, parts = () => true, crisp = false } = options;
  const width = options.width ?? drawing.width;
  const height = Math.round((width * drawing.height) / drawing.width);
  let definitions = '';
  let body = '';
  let ids = 0;
  const clips = new Map<string, string>();
  const clipId = (path: string): string => {
    let id = clips.get(path);
    if (id === undefined) {
      id = `c${ids++}`;
      clips.set(path, id);
      definitions += `<clipPath id="${id}"><path d="${path}"/></clipPath>`;
    }
    return id;
  };
  const fillOf = (shape: Shape, part: Part): string | undefined => {
    const fill = paint(shape, part);
    if (fill === null) return undefined;
    if (typeof fill === 'string') return fill;
    const id = `g${ids++}`;
    definitions +=
      'radial' in fill
        ? `<radialGradient id="${id}">${stopsOf(fill.radial)}</radialGradient>`
        : `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${round(fill.from[0])}" y1="${round(fill.from[1])}" ` +
          `x2="${round(fill.to[0])}" y2="${round(fill.to[1])}">${stopsOf(fill.stops)}</linearGradient>`;
    return `url(#${id})`;
  };
  for (const part of drawing.parts) {
    if (!parts(part)) continue;
    let clip: string | undefined;
    for (const shape of part.shapes) {
      const fill = fillOf(shape, part);
      if (fill === undefined) continue;
      if (shape.clip !== clip) {
        if (clip !== undefined) body += '</g>';
        clip = shape.clip;
        if (clip !== undefined) body += `<g clip-path="url(#${clipId(clip)})">`;
      }
      const opacity =
        shape.opacity < 1 && !crisp ? ` fill-opacity="${round(shape.opacity * 100) / 100}"` : '';
      body += `<path d="${shape.path}" fill="${fill}"${opacity}/>`;
    }
    if (clip !== undefined) body += '</g>';
  }
  const given = options.definitions ?? '';
  definitions += typeof given === 'string' ? given : given();
  // Whole pixels of both sides are rarely the exact shape: without this, half a pixel at the edge stays empty.
  const isExact = width * drawing.height === height * drawing.width;
  const stretch = isExact ? '' : ' preserveAspectRatio="none"';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${drawing.width} ${drawing.height}"${stretch}${crisp ? ' shape-rendering="crispEdges"' : ''}>` +
    `${definitions && `<defs>${definitions}</defs>`}${body}</svg>`
  );
}

const stopsOf = (stops: readonly PaintStop[]): string =>
  stops
    .map(
      ({ offset, colour, opacity }) =>
        `<stop offset="${round(offset)}" stop-color="${colour}"${opacity < 1 ? ` stop-opacity="${round(opacity)}"` : ''}/>`,
    )
    .join('');

const round = (value: number): number => Math.round(value * 100) / 100;
