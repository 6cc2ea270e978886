import type { MangaFill } from '../output/manga-fill.ts';
import { screentoneId, screentonePattern, type Screentone } from '../output/screentone.ts';
import type { Page, PageItem, Placement } from './page.ts';
import { PAGE } from './page-size.ts';

/** What an area of a page is painted with: a manga fill, a colour as `#rrggbb`, or nothing. */
export type PageInk = MangaFill | `#${string}` | null;

/** How a page is written. */
export interface PageSvgOptions {
  /** Width of the picture in pixels; the height follows from the page's proportion. Default: one pixel a unit. */
  readonly width?: number;
  /** Replaces the ink of shapes, for masks and separations; by default everything is as drawn. */
  readonly look?: (item: PageItem, fill: MangaFill) => PageInk;
  /** The colour of the paper. Null for none. Default white. */
  readonly paper?: string | null;
  /** Hard edges, as masks need them. Default false. */
  readonly crisp?: boolean;
}

/** The height in pixels of a page picture of the given width. */
export function pageHeight(width: number): number {
  return Math.round((width * PAGE.height) / PAGE.width);
}

/** A page as SVG text: filled and stroked paths, clip paths, tone patterns and two-step gradients. */
export function pageToSvg(page: Page, options: PageSvgOptions = {}): string {
  const { width = PAGE.width, look = (_, fill) => fill, paper = '#ffffff', crisp = false } = options;
  const pixel = PAGE.width / width;
  const definitions: string[] = [];
  const known = new Map<string, string>();
  /** The id of a definition, made on first use. */
  const define = (key: string, make: (id: string) => string): string => {
    let id = known.get(key);
    if (id === undefined) {
      id = `d${known.size}`;
      known.set(key, id);
      definitions.push(make(id));
    }
    return id;
  };
  const clipOf = (path: string): string =>
    define(`clip ${path}`, (id) => `<clipPath id="${id}"><path d="${path}"/></clipPath>`);
  const toneOf = (tone: Screentone, place: Placement | null): string => {
    const transform = place === null ? undefined : inverse(place);
    return define(`tone ${screentoneId(tone)} ${transform ?? ''}`, (id) =>
      screentonePattern(tone, id, { pixel, ...(transform !== undefined && { transform }) }),
    );
  };
  const body: string[] = [];
  for (const item of page.items) {
    let shapes = '';
    let clip: string | undefined;
    for (const shape of item.shapes) {
      const ink = look(item, shape.fill);
      if (ink === null) continue;
      let colour: string;
      if (typeof ink === 'string')
        colour = ink === 'white' ? '#ffffff' : ink === 'black' || ink === 'line' ? '#000000' : ink;
      else if (ink.kind === 'half') {
        const { from, to, share } = ink;
        colour = `url(#${define(`half ${from.join()} ${to.join()} ${share}`, (id) => halfGradient(id, ink))})`;
      } else colour = `url(#${toneOf(ink, item.place)})`;
      if (shape.clip !== clip) {
        if (clip !== undefined) shapes += '</g>';
        clip = shape.clip;
        if (clip !== undefined) shapes += `<g clip-path="url(#${clipOf(clip)})">`;
      }
      const stroke =
        shape.stroke === undefined
          ? ''
          : ` stroke="${colour}" stroke-width="${n(shape.stroke)}" stroke-linejoin="round"`;
      shapes += `<path d="${shape.path}" fill="${colour}"${stroke}/>`;
    }
    if (clip !== undefined) shapes += '</g>';
    if (shapes === '') continue;
    const { place } = item;
    if (place !== null)
      shapes = `<g transform="matrix(${n(place.scale)} 0 0 ${n(place.scale)} ${n(place.x)} ${n(place.y)})">${shapes}</g>`;
    body.push(item.clip === null ? shapes : `<g clip-path="url(#${clipOf(item.clip)})">${shapes}</g>`);
  }
  const ground = paper === null ? '' : `<path d="M0 0H${PAGE.width}V${PAGE.height}H0Z" fill="${paper}"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${pageHeight(width)}" ` +
    `viewBox="0 0 ${PAGE.width} ${PAGE.height}"${crisp ? ' shape-rendering="crispEdges"' : ''}>` +
    `<defs>${definitions.join('')}</defs>${ground}${body.join('')}</svg>`
  );
}

/** The transform that takes page units to the units of a placed drawing. */
function inverse({ scale, x, y }: Placement): string {
  return `matrix(${1 / scale} 0 0 ${1 / scale} ${-x / scale} ${-y / scale})`;
}

/** Black, then nothing: the light half is a shape of its own below. */
function halfGradient(id: string, { from, to, share }: Extract<MangaFill, { kind: 'half' }>): string {
  return (
    `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${n(from[0])}" y1="${n(from[1])}" x2="${n(to[0])}" y2="${n(to[1])}">` +
    `<stop offset="${n(share)}" stop-color="#000000"/><stop offset="${n(share)}" stop-color="#000000" stop-opacity="0"/></linearGradient>`
  );
}

const n = (value: number): number => Math.round(value * 10000) / 10000;
