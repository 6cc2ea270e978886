import { polygon } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import { mangaFills, type MangaFill } from '../output/manga-fill.ts';
import { characterPalette } from '../palette/character-palette.ts';
import { randomStream, type RandomStream } from '../random/random-stream.ts';
import { balloonItems } from './draw-balloon.ts';
import { frameShapes } from './draw-frame.ts';
import { drawMark } from './draw-mark.ts';
import { soundItem } from './draw-sound.ts';
import { boundsOf, boxCorners, grow, overlap, type Box } from './convex.ts';
import { drawGround, type Aim } from './ground/draw-ground.ts';
import type { Page, PageItem, PageShape, PlacedBalloon, PlacedFigure, PlacedSound } from './page.ts';
import type { Ground, PagePlan, PanelPlan } from './page-plan.ts';
import { placeBalloons } from './place-balloons.ts';
import { placeFigure } from './place-figure.ts';
import { placeSound } from './place-sound.ts';

/** Grounds on which black hair and dark tones would be lost without a white edge. */
const darkGrounds = new Set<Ground>(['black', 'flash', 'night', 'gloom', 'focus']);
/** Width of the line whose outer half is that edge, page units. */
const EDGE = 11;
/** White around insets, page units. */
const RIM = 10;
/** How far a figure that breaks its frame may rise above it. */
const RISE = 74;

/** Draws a planned page: every figure, ground, balloon and letter as filled shapes. The same plan is the same page. */
export function composePage(plan: PagePlan): Page {
  const random = (purpose: string): RandomStream => randomStream(plan.seed, `compose ${purpose}`);
  const figures = plan.panels.flatMap((panel, p) =>
    panel.figures.map((figure, i) => placeFigure(figure, i, panel, p)),
  );
  const insets = plan.panels.flatMap(({ frame, outline }) => (frame === 'inset' ? [boundsOf(outline)] : []));
  const seen = figures.map((figure) => visibleFace(figure, plan.panels[figure.panel] as PanelPlan));
  const balloons: PlacedBalloon[] = [];
  const sounds: PlacedSound[] = [];
  for (const [p, panel] of plan.panels.entries()) {
    const closed = panel.frame === 'inset' ? [] : insets;
    const own = placeBalloons(panel, p, { figures: seen, closed });
    balloons.push(...own);
    const sound = placeSound(panel, p, seen, own, closed, random(`sound ${p}`));
    if (sound !== undefined) sounds.push(sound);
  }
  const written: Box[] = [
    ...sounds.map(({ box }) => box),
    ...balloons.map(({ centre: [x, y], radius: [a, b] }): Box => ({
      x: x - a,
      y: y - b,
      width: a * 2,
      height: b * 2,
    })),
  ];
  const items: PageItem[] = [];
  const late: PageItem[] = [];
  for (const [p, panel] of plan.panels.entries()) {
    const box = boundsOf(panel.outline);
    const clip = polygon(panel.outline);
    const own = figures.filter((figure) => figure.panel === p);
    const item = (
      kind: PageItem['kind'],
      shapes: readonly PageShape[],
      rest: Partial<PageItem> = {},
    ): PageItem => ({ kind, panel: p, subject: null, clip, place: null, shapes, ...rest });
    const inside: PageItem[] = [];
    const over: PageItem[] = [];
    inside.push(
      item('ground', [
        { fill: 'white', path: clip },
        ...drawGround(panel.ground, box, aimOf(own, box), random(`ground ${p}`)),
      ]),
    );
    for (const figure of own) {
      const { breaksFrame, mark } = panel.figures[figure.index] as PanelPlan['figures'][number];
      const subject = figures.indexOf(figure);
      const cut = breaksFrame ? polygon(raised(panel)) : clip;
      const target = breaksFrame ? over : inside;
      const drawn = item('figure', figureShapes(figure), { subject, clip: cut, place: figure.place });
      if (darkGrounds.has(panel.ground))
        target.push(item('mark', whiteEdge(figure), { clip: cut, place: figure.place }));
      const side = freeSide(figure, box, written);
      if (mark === null || side === null) target.push(drawn);
      else {
        const sign = item('mark', drawMark(mark, figure, box, side, random(`mark ${p} ${figure.index}`)), {
          clip: cut,
        });
        target.push(...(mark === 'motion' ? [sign, drawn] : [drawn, sign]));
      }
    }
    const frame = frameShapes(panel);
    if (panel.frame === 'inset')
      inside.unshift(
        item('ground', [{ fill: 'white', path: polygon(boxCorners(grow(box, RIM))) }], { clip: null }),
      );
    const frames = frame.length === 0 ? [] : [item('frame', frame, { clip: null })];
    // Insets lie over their neighbours, so they are drawn with what stands out of its frame.
    if (panel.frame === 'inset') late.push(...inside, ...frames);
    else {
      items.push(...inside, ...frames);
      late.push(...over);
    }
  }
  items.push(...late);
  for (const sound of sounds)
    items.push(
      soundItem(sound, plan.panels[sound.panel]?.ground ?? 'blank', random(`letters ${sound.panel}`)),
    );
  for (const [index, balloon] of balloons.entries()) items.push(...balloonItems(balloon, index, plan.seed));
  return { plan, figures, balloons, sounds, items };
}

/** The figure with its face cut to the part that its panel shows; what is cut off can't be covered. */
function visibleFace(figure: PlacedFigure, panel: PanelPlan): PlacedFigure {
  if (panel.figures[figure.index]?.breaksFrame) return figure;
  const box = boundsOf(panel.outline);
  const { face } = figure;
  const x = Math.max(face.x, box.x);
  const y = Math.max(face.y, box.y);
  const seen: Box = {
    x,
    y,
    width: Math.max(0, Math.min(face.x + face.width, box.x + box.width) - x),
    height: Math.max(0, Math.min(face.y + face.height, box.y + box.height) - y),
  };
  return { ...figure, face: seen };
}

/** What lines of force lead to: the heads of a panel, or its middle. */
function aimOf(figures: readonly PlacedFigure[], box: Box): Aim {
  const centre: Point = [box.x + box.width / 2, box.y + box.height / 2];
  const plain: Point = [box.width * 0.34, box.height * 0.36];
  if (figures.length === 0) return { point: centre, clear: plain };
  const bounds = boundsOf(
    figures.flatMap(({ skull: { x, y, width, height } }): Point[] => [
      [x, y],
      [x + width, y + height],
    ]),
  );
  const point: Point = [
    Math.min(box.x + box.width * 0.8, Math.max(box.x + box.width * 0.2, bounds.x + bounds.width / 2)),
    Math.min(box.y + box.height * 0.75, Math.max(box.y + box.height * 0.25, bounds.y + bounds.height / 2)),
  ];
  return {
    point,
    clear: [
      Math.max(box.width * 0.26, Math.min(box.width * 0.46, bounds.width * 0.62)),
      Math.max(box.height * 0.3, Math.min(box.height * 0.46, bounds.height * 0.66)),
    ],
  };
}

function figureShapes({ drawing, character }: PlacedFigure): PageShape[] {
  const fillOf = mangaFills(characterPalette(character));
  return drawing.parts.flatMap((part) => {
    if (part.name === 'background') return [];
    return part.shapes.flatMap((shape): PageShape[] => {
      const fill: MangaFill | null = fillOf(shape);
      if (fill === null) return [];
      const inked = (ink: MangaFill): PageShape => ({
        fill: ink,
        path: shape.path,
        ...(shape.clip !== undefined && { clip: shape.clip }),
      });
      return typeof fill === 'object' && fill.kind === 'half'
        ? [inked(fill.light), inked(fill)]
        : [inked(fill)];
    });
  });
}

/** The figure's flats in white, a little larger than they are. */
function whiteEdge({ drawing, place }: PlacedFigure): PageShape[] {
  return drawing.parts.flatMap(({ name, shapes }) =>
    name === 'background' || name === 'effect'
      ? []
      : shapes
          .filter(({ role, clip }) => role === 'flat' && clip === undefined)
          .map(({ path }): PageShape => ({ fill: 'white', path, stroke: EDGE / place.scale })),
  );
}

/** The panel with its upper edge lifted, for a figure that stands out. */
function raised({ outline }: PanelPlan): Point[] {
  const { y, height } = boundsOf(outline);
  return outline.map(([px, py]) => [px, py < y + height / 2 ? py - RISE : py]);
}

/** The side of the head on which there is more room for a sign and nothing written; null where both are taken. */
function freeSide(figure: PlacedFigure, box: Box, written: readonly Box[]): -1 | 1 | null {
  const { head, unit } = figure;
  const size = Math.min(unit, 125);
  const taken = (side: -1 | 1): boolean => {
    const x = head[0] + side * (unit - size) * 0.9 + (side < 0 ? -1.5 : 0.6) * size;
    const sign: Box = {
      x,
      y: head[1] - (unit - size) * 0.75 - size * 1.1,
      width: size * 0.9,
      height: size * 1.1,
    };
    return written.some((other) => overlap(sign, other) > 0);
  };
  const sides: readonly (-1 | 1)[] = head[0] - box.x > box.x + box.width - head[0] ? [-1, 1] : [1, -1];
  return sides.find((side) => !taken(side)) ?? null;
}
