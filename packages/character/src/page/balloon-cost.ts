import { distance, type Point } from '../geometry/point.ts';
import { reachOf, roundness, superellipse } from './balloon-outline.ts';
import { boundsOf, grow, insideConvex, overlap, type Box } from './convex.ts';
import { lineWidth } from './lettering/letter-line.ts';
import type { PlacedBalloon, PlacedFigure } from './page.ts';
import type { BalloonStyle, PanelPlan } from './page-plan.ts';
import { PAGE } from './page-size.ts';
import { LINE_SPACING, type SizedBalloon } from './size-balloon.ts';

/** How far a balloon may lie over the frame of its panel, page units. */
export const OVERHANG = 8;
/** How long a tail gets at most, page units. */
export const TAIL_LENGTH = 110;
/** What stays free at the edge of the page. */
const MARGIN = 26;

/** What balloons keep clear of. */
export interface Crowd {
  /** Every figure of the page. */
  readonly figures: readonly PlacedFigure[];
  /** Boxes that nothing may cover: insets. */
  readonly closed: readonly Box[];
}

/** Whose speech is placed, and among whom. */
export interface BalloonSituation {
  readonly panel: PanelPlan;
  readonly panelIndex: number;
  readonly style: BalloonStyle;
  readonly speaker: PlacedFigure | undefined;
  readonly crowd: Crowd;
  /** The balloons of the panel that are read before. */
  readonly before: readonly PlacedBalloon[];
}

/**
 * What places cost: first for a size, then for a centre. Infinity where a balloon may not be. Costs have no
 * unit; one is about as bad as hiding half of somebody's hair.
 */
export function balloonCosts(
  situation: BalloonSituation,
): (sized: SizedBalloon) => (centre: Point) => number {
  const { panel, panelIndex, style, speaker, crowd, before } = situation;
  const panelBox = boundsOf(panel.outline);
  const diagonal = Math.hypot(panelBox.width, panelBox.height);
  const nearby = grow(panelBox, 60);
  const faces = crowd.figures
    .filter((figure) => figure.panel === panelIndex || overlap(nearby, figure.face) > 0)
    .map(({ face, unit }) => grow(face, unit * 0.03 + 4));
  const own = crowd.figures.filter((figure) => figure.panel === panelIndex);
  const closed = crowd.closed.map((hole) => grow(hole, 6));
  const earlier = before.map(({ centre: [x, y], radius: [a, b] }): Box => ({
    x: x - a - 4,
    y: y - b - 4,
    width: a * 2 + 8,
    height: b * 2 + 8,
  }));
  // What is said later stands more to the left or further down.
  const isLater = ([x, y]: Point): boolean =>
    before.every(({ centre }) => (centre[0] - x) * 0.8 + (y - centre[1]) >= 20);
  const towardsStart = ([x, y]: Point, across: number, down: number): number =>
    ((panelBox.x + panelBox.width - x) / panelBox.width) * across +
    ((y - panelBox.y) / panelBox.height) * down;

  const toSpeaker = (centre: Point, radius: Point, { mouth, unit }: PlacedFigure): number => {
    const away = Math.max(0, edgeDistance(centre, radius, style, mouth) - unit * 0.9);
    const others = own.filter((figure) => figure !== speaker && crosses(centre, mouth, figure.face));
    return (
      (away / diagonal) * 2.6 +
      (away > TAIL_LENGTH * 1.6 ? 0.5 : 0) +
      others.length * 1.5 +
      (centre[1] > mouth[1] + unit * 0.6 ? 0.35 : 0)
    );
  };

  return (sized) => {
    const { radius } = sized;
    const [a, b] = [radius[0] * reachOf[style], radius[1] * reachOf[style]];
    const rim = Array.from({ length: 12 }, (_, i) =>
      superellipse([a, b], roundness(style), (i / 12) * Math.PI * 2),
    );
    // A round balloon leaves the corners of its box free.
    const part = style === 'caption' ? 1 : 0.9;
    const area = 4 * a * b * part * part;
    const plain = costOfShape(sized);
    return (centre) => {
      const [x, y] = centre;
      if (x - a < MARGIN || y - b < MARGIN || x + a > PAGE.width - MARGIN || y + b > PAGE.height - MARGIN)
        return Infinity;
      const core: Box = { x: x - a * part, y: y - b * part, width: 2 * a * part, height: 2 * b * part };
      if (faces.some((face) => overlap(core, face) > 0) || !isLater(centre)) return Infinity;
      const box: Box = { x: x - a, y: y - b, width: 2 * a, height: 2 * b };
      if (closed.some((hole) => overlap(box, hole) > 0) || earlier.some((other) => overlap(box, other) > 0))
        return Infinity;
      if (!rim.every(([dx, dy]) => insideConvex(panel.outline, [x + dx, y + dy], OVERHANG))) return Infinity;
      let cost = plain;
      for (const { skull, body, unit } of own) {
        cost += (overlap(core, skull) / area) * 1.4;
        // Small figures have to be seen whole; of large ones shoulders and hair may be covered.
        cost += (overlap(core, body) / area) * (unit < panelBox.height * 0.17 ? 2.6 : 0.5);
      }
      // Captions and voices from outside begin a panel.
      cost +=
        speaker === undefined || style === 'caption'
          ? towardsStart(centre, 0.5, 0.9)
          : toSpeaker(centre, radius, speaker);
      if (before.length === 0 && panel.speeches.length > 1) cost += towardsStart(centre, 0.3, 0.4);
      return cost;
    };
  };
}

/** Much white around few words looks like a mistake; ovals a little wider than high look best. */
function costOfShape({ radius, lines, size }: SizedBalloon): number {
  const words = Math.max(...lines.map((line) => lineWidth(line, size))) * size * LINE_SPACING * lines.length;
  const shape = radius[0] / radius[1];
  return (
    Math.max(0, (Math.PI * radius[0] * radius[1]) / words - 2.2) * 0.3 +
    Math.abs(Math.log(shape / 1.35)) * 0.35 +
    (lines.length === 1 && shape > 3 ? 0.3 : 0)
  );
}

/** From the edge of a balloon to a point outside. */
export function edgeDistance(centre: Point, radius: Point, style: BalloonStyle, point: Point): number {
  const angle = Math.atan2((point[1] - centre[1]) / radius[1], (point[0] - centre[0]) / radius[0]);
  const [x, y] = superellipse(radius, roundness(style), angle);
  return Math.max(0, distance(centre, point) - Math.hypot(x, y));
}

/** Whether the way from `a` to `b` leads through a box. */
function crosses(a: Point, b: Point, box: Box): boolean {
  for (let i = 1; i < 12; i++) {
    const t = i / 12;
    const x = a[0] + (b[0] - a[0]) * t;
    const y = a[1] + (b[1] - a[1]) * t;
    if (x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height) return true;
  }
  return false;
}
