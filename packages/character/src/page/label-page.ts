import type { Point } from '../geometry/point.ts';
import { boundsOf, type Box } from './convex.ts';
import type { Page } from './page.ts';
import { maskBox, type PageTruth } from './page-truth.ts';
import { PAGE } from './page-size.ts';
import { pageHeight } from './page-to-svg.ts';

/** The version of page labels; goes up where old readers would be wrong. */
export const PAGE_LABEL_VERSION = 1;

/** `[x, y, width, height]` in pixels. */
type PixelBox = readonly [number, number, number, number];

/**
 * Everything that is known of a page, as plain JSON. Pixels of a picture `width` wide; lists are in reading
 * order, and indices count from 0.
 *
 * @param truth Gives the boxes of what is seen; without it they are left out.
 */
export function labelPage(page: Page, width: number, truth?: PageTruth): Record<string, unknown> {
  const { plan, figures, balloons, sounds } = page;
  const scale = width / PAGE.width;
  const n = (value: number): number => Math.round(value * scale * 10) / 10;
  const point = ([x, y]: Point): Point => [n(x), n(y)];
  const box = ({ x, y, width: w, height: h }: Box): PixelBox => [n(x), n(y), n(w), n(h)];
  const seen = (mask: Uint8Array | undefined): { seenBox?: PixelBox | null } => {
    if (mask === undefined || truth === undefined) return {};
    const found = maskBox(mask, truth.width);
    return { seenBox: found === undefined ? null : [found.x, found.y, found.width, found.height] };
  };
  return {
    version: PAGE_LABEL_VERSION,
    seed: plan.seed,
    width,
    height: pageHeight(width),
    readingDirection: 'right-to-left',
    story: plan.story,
    cast: plan.cast.map(({ name, character }) => ({ name, character })),
    panels: plan.panels.map(({ outline, frame, focus, ground }, order) => ({
      order,
      outline: outline.map(point),
      box: box(boundsOf(outline)),
      frame,
      focus,
      ground,
      figures: figures.flatMap(({ panel }, index) => (panel === order ? [index] : [])),
      balloons: balloons.flatMap(({ panel }, index) => (panel === order ? [index] : [])),
    })),
    figures: figures.map(({ panel, index, character, drawing, place, face, skull }, i) => {
      const { cast, shot, mark, breaksFrame } = plan.panels[panel]!.figures[index]!;
      const onPage = ([x, y]: Point): Point => point([x * place.scale + place.x, y * place.scale + place.y]);
      return {
        panel,
        cast,
        name: plan.cast[cast]?.name,
        shot,
        expression: character.expression,
        mark,
        breaksFrame,
        faceBox: box(face),
        headBox: box(skull),
        ...seen(truth?.figures[i]),
        keyPoints: Object.fromEntries(
          Object.entries(drawing.keyPoints).map(([name, at]) => [name, onPage(at)]),
        ),
        character,
      };
    }),
    balloons: balloons.map(({ panel, speaker, style, text, lines, centre, radius, size, tail }, i) => ({
      panel,
      speaker,
      style,
      text,
      lines,
      textHeight: n(size),
      box: box({
        x: centre[0] - radius[0],
        y: centre[1] - radius[1],
        width: radius[0] * 2,
        height: radius[1] * 2,
      }),
      tail: tail === null ? null : point(tail),
      ...seen(truth?.balloons[i]),
    })),
    sounds: sounds.map(({ panel, text, box: around, turn }) => ({
      panel,
      text,
      box: box(around),
      turn: Math.round(turn),
    })),
  };
}
