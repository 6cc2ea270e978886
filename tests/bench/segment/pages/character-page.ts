import {
  characterPalette,
  composePage,
  drawCharacter,
  finishPainter,
  pageHeight,
  pageToSvg,
  planPage,
  sampleCharacter,
  toSvg,
  truthPictures,
  type Page,
} from '@koma/character';
import { pixelsOf } from '../../character/render-bust.ts';
import { firstStrokes } from './first-strokes.ts';
import { boxAround, insetCorners } from './corners.ts';
import { Truth, type TestPage, type TestPanel } from './test-page.ts';

/** A page is this many units wide in its plan; see the engine's pages. */
const PAGE_UNITS = 1200;
/** Pixels a unit. */
const SCALE = 1.25;
/** Width of a render, pixels. */
const RENDER_WIDTH = 1024;
/** Figures that are less than this share of their panel are not asked for. */
const SMALLEST_SHARE = 0.05;
/** Pixels along a panel's box that are not judged: the frame's line. */
const INSET = 6;
/** The engine draws in colour on flat grounds and on busy ones. */
const BACKGROUNDS = ['gradient', 'dots', 'stripes', 'rays', 'petals', 'sky', 'window', 'plain'] as const;

/** Set C, the pages: what the character engine draws, with its figures as far as they are seen. */
export function characterPage(seed: number): TestPage {
  const page = composePage(planPage(seed));
  const width = PAGE_UNITS * SCALE;
  const height = pageHeight(width);
  const data = Uint8ClampedArray.from(pixelsOf(pageToSvg(page, { width })));
  const seen = seenFigures(page, width);
  const panels = page.figures.flatMap(({ panel }, figure): TestPanel[] => {
    // Panels that bleed end with the page.
    const corners = page.plan.panels[panel]!.outline.map(([x, y]): [number, number] => [
      Math.max(0, Math.min(width, x * SCALE)),
      Math.max(0, Math.min(height, y * SCALE)),
    ]);
    const box = boxAround(corners);
    const truth = new Uint8Array(box.width * box.height);
    let [figureArea, area] = [0, 0];
    for (let y = 0, i = 0; y < box.height; y++)
      for (let x = 0; x < box.width; x++, i++) {
        const [px, py] = [box.x + x, box.y + y];
        const isFigure = seen[(py * width + px) * 4] === figure + 1;
        if (depthIn(corners, px + 0.5, py + 0.5) < INSET) truth[i] = Truth.elsewhere;
        else if (isFigure) truth[i] = Truth.figure;
        if (truth[i] !== Truth.elsewhere) area++;
        if (truth[i] === Truth.figure) figureArea++;
      }
    if (figureArea < SMALLEST_SHARE * area) return [];
    const inner = insetCorners(corners, INSET);
    return [{ id: `C${seed}.${figure}`, box, truth, edge: 'outer', first: firstStrokes(truth, box, inner) }];
  });
  return { id: `C${seed}`, image: { width, height, data }, panels };
}

/** RGBA whose reds number the figures from 1 where they are seen. White keylines around figures are paper. */
function seenFigures(page: Page, width: number): Uint8Array {
  const items = page.items.map((item) =>
    item.kind === 'figure'
      ? { ...item, shapes: item.shapes.filter(({ stroke }) => stroke === undefined) }
      : item,
  );
  const svg = pageToSvg(
    { ...page, items },
    {
      width,
      paper: '#000000',
      crisp: true,
      // Signs beside a figure belong to whatever they lie on.
      look: ({ kind, subject }) =>
        kind === 'mark'
          ? null
          : `#${(kind === 'figure' ? subject! + 1 : 0).toString(16).padStart(2, '0')}0000`,
    },
  );
  return pixelsOf(svg);
}

/** Set C, the renders: one character in colour on a ground of its own. */
export function characterRender(seed: number, renderWidth = RENDER_WIDTH): TestPage {
  const character = sampleCharacter(seed, {
    wishes: { finish: 'cel', background: BACKGROUNDS[seed % BACKGROUNDS.length]! },
  });
  const drawing = drawCharacter(character);
  const paint = finishPainter(characterPalette(character), character, drawing.width / renderWidth);
  const { width, height, figure } = truthPictures(
    drawing,
    characterPalette(character),
    renderWidth,
    pixelsOf,
  );
  const data = Uint8ClampedArray.from(pixelsOf(toSvg(drawing, { ...paint, width })));
  const box = { x: 0, y: 0, width, height };
  const truth = Uint8Array.from(figure, (value) => (value > 127 ? Truth.figure : Truth.ground));
  const corners: [number, number][] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
  const panels = [
    { id: `R${seed}`, box, truth, edge: 'outer' as const, first: firstStrokes(truth, box, corners) },
  ];
  return { id: `R${seed}`, image: { width, height, data }, panels };
}

/** How far a place lies inside of a convex outline, clockwise; negative outside. */
function depthIn(corners: readonly (readonly [number, number])[], x: number, y: number): number {
  let depth = Infinity;
  for (const [i, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(i + 1) % corners.length]!;
    const length = Math.hypot(bx - ax, by - ay);
    if (length > 0) depth = Math.min(depth, ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length);
  }
  return depth;
}
