import { polygon } from '../geometry/path.ts';
import type { MangaFill } from '../output/manga-fill.ts';
import type { Rasterize } from '../output/rasterize.ts';
import type { Box } from './convex.ts';
import type { Page, PageItem } from './page.ts';
import { PAGE } from './page-size.ts';
import { pageHeight, pageToSvg, type PageInk } from './page-to-svg.ts';

/** What is known of a page, pixel by pixel: planes of one byte a pixel, rows from the top. */
export interface PageTruth {
  readonly width: number;
  readonly height: number;
  /** The page taken apart, black on white: the darkest of the four is the page. */
  readonly lineArt: Uint8Array;
  readonly tones: Uint8Array;
  readonly blacks: Uint8Array;
  /** What is written: speech and sounds, without balloons. */
  readonly lettering: Uint8Array;
  /** One mask a panel, in reading order: 255 inside. Where an inset lies over its host, only the inset counts. */
  readonly panels: readonly Uint8Array[];
  /** One mask a figure: 255 where it is seen, so nowhere under what covers it. */
  readonly figures: readonly Uint8Array[];
  /** One mask a balloon, with its tail and its lettering. */
  readonly balloons: readonly Uint8Array[];
}

type Look = (item: PageItem, fill: MangaFill) => PageInk;

const isWritten = ({ kind }: PageItem): boolean => kind === 'lettering' || kind === 'sound';

/** How each separation is inked; what is not its own hides what lies below, as on the page. */
const separations = {
  lineArt: (item, fill) =>
    !isWritten(item) && (fill === 'line' || (typeof fill === 'object' && fill.kind === 'half'))
      ? fill
      : 'white',
  tones: (_, fill) => (typeof fill === 'object' && fill.kind !== 'half' ? fill : 'white'),
  blacks: (item, fill) => (!isWritten(item) && fill === 'black' ? fill : 'white'),
  lettering: (item, fill) => (isWritten(item) ? fill : 'white'),
} as const satisfies Record<string, Look>;

/** The truth of a page, `width` pixels wide. */
export function pageTruth(page: Page, width: number, rasterize: Rasterize): PageTruth {
  const height = pageHeight(width);
  const red = (svg: string): Uint8Array => {
    const rgba = rasterize(svg, width, height);
    return Uint8Array.from({ length: width * height }, (_, i) => rgba[i * 4] as number);
  };
  const separate = (look: Look): Uint8Array => red(pageToSvg(page, { width, look }));
  const subjects = red(pageToSvg(page, { width, look: subjectLook(page), paper: '#000000', crisp: true }));
  const panels = red(panelMap(page, width));
  const masks = (map: Uint8Array, first: number, count: number): Uint8Array[] =>
    Array.from({ length: count }, (_, i) => map.map((id) => (id === first + i ? 255 : 0)));
  return {
    width,
    height,
    lineArt: separate(separations.lineArt),
    tones: separate(separations.tones),
    blacks: separate(separations.blacks),
    lettering: separate(separations.lettering),
    panels: masks(panels, 1, page.plan.panels.length),
    figures: masks(subjects, 1, page.figures.length),
    balloons: masks(subjects, 1 + page.figures.length, page.balloons.length),
  };
}

/** Numbers as reds: figures from 1, balloons after them, everything else 0. */
function subjectLook({ figures }: Page): Look {
  return ({ kind, subject }) => {
    if (kind === 'figure') return red((subject ?? -1) + 1);
    if (kind === 'balloon') return red((subject ?? -1) + 1 + figures.length);
    // Signs belong to whatever they lie on, letters to their balloons.
    return kind === 'mark' || kind === 'lettering' ? null : red(0);
  };
}

/** The panels alone, numbered by their reds from 1, insets over their hosts. */
function panelMap({ plan }: Page, width: number): string {
  const shapes = plan.panels.map(
    ({ outline }, index) => `<path d="${polygon(outline)}" fill="${red(index + 1)}"/>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${pageHeight(width)}" shape-rendering="crispEdges" ` +
    `viewBox="0 0 ${PAGE.width} ${PAGE.height}"><path d="M0 0H${PAGE.width}V${PAGE.height}H0Z" fill="#000000"/>${shapes.join('')}</svg>`
  );
}

const red = (id: number): `#${string}` => `#${id.toString(16).padStart(2, '0')}0000`;

/** The box around the pixels of a mask; undefined for an empty one. */
export function maskBox(mask: Uint8Array, width: number): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue;
    const x = i % width;
    const y = (i - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = y;
  }
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
