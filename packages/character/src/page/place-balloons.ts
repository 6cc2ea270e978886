import { distance, type Point } from '../geometry/point.ts';
import { balloonCosts, edgeDistance, OVERHANG, TAIL_LENGTH, type Crowd } from './balloon-cost.ts';
import { reachOf } from './balloon-outline.ts';
import { boundsOf, grow, insideConvex } from './convex.ts';
import type { PlacedBalloon, PlacedFigure } from './page.ts';
import type { BalloonStyle, PanelPlan, SpeechPlan } from './page-plan.ts';
import { balloonSizes, type SizedBalloon } from './size-balloon.ts';

/** Height of the capitals of ordinary speech, and the least that is still read with ease. */
const TEXT_SIZE = 21.5;
const LEAST_SIZE = 14.5;

/**
 * Finds places for the speeches of a panel: inside the panel, clear of faces and of each other, near the
 * mouths, in reading order. A speech for which there is no room in legible letters is left out.
 */
export function placeBalloons(panel: PanelPlan, panelIndex: number, crowd: Crowd): PlacedBalloon[] {
  const placed: PlacedBalloon[] = [];
  for (const [index, speech] of panel.speeches.entries()) {
    const balloon = placeBalloon(panel, panelIndex, speech, index, crowd, placed);
    if (balloon !== undefined) placed.push(balloon);
  }
  return placed;
}

function placeBalloon(
  panel: PanelPlan,
  panelIndex: number,
  speech: SpeechPlan,
  index: number,
  crowd: Crowd,
  before: readonly PlacedBalloon[],
): PlacedBalloon | undefined {
  const speaker =
    speech.speaker === null
      ? -1
      : crowd.figures.findIndex((figure) => figure.panel === panelIndex && figure.index === speech.speaker);
  const figure = crowd.figures[speaker];
  const full =
    TEXT_SIZE *
    (speech.style === 'shout' ? 1.3 : speech.style === 'whisper' ? 0.88 : 1) *
    (panel.focus ? 1.25 : 1);
  const costs = balloonCosts({ panel, panelIndex, style: speech.style, speaker: figure, crowd, before });
  for (let size = full; size >= LEAST_SIZE; size *= 0.92) {
    let best: { cost: number; sized: SizedBalloon; centre: Point } | undefined;
    for (const sized of balloonSizes(speech.text, speech.style, size)) {
      const costAt = costs(sized);
      for (const centre of centres(panel, sized, speech.style)) {
        const cost = costAt(centre);
        if (cost < (best?.cost ?? Infinity)) best = { cost, sized, centre };
      }
    }
    if (best === undefined) continue;
    const { sized, centre } = best;
    const tail =
      figure === undefined || speech.style === 'caption'
        ? null
        : tailOf(panel, speech.style, centre, sized.radius, figure);
    return {
      panel: panelIndex,
      index,
      speaker: speaker < 0 ? null : speaker,
      style: speech.style,
      text: speech.text,
      ...sized,
      centre,
      tail,
    };
  }
  return undefined;
}

function* centres(panel: PanelPlan, { radius }: SizedBalloon, style: BalloonStyle): Generator<Point> {
  const box = boundsOf(panel.outline);
  const [a, b] = [radius[0] * reachOf[style], radius[1] * reachOf[style]];
  const [low, high] = [box.x + a - OVERHANG, box.x + box.width - a + OVERHANG];
  const [top, foot] = [box.y + b - OVERHANG, box.y + box.height - b + OVERHANG];
  if (high < low || foot < top) return;
  const steps = 14;
  for (let i = 0; i <= steps; i++) {
    for (let k = 0; k <= steps; k++)
      yield [low + ((high - low) * i) / steps, top + ((foot - top) * k) / steps];
  }
}

/** The end of the tail: on the way to the mouth, before it comes to the face. Null where the mouth is not seen. */
function tailOf(
  panel: PanelPlan,
  style: BalloonStyle,
  centre: Point,
  radius: Point,
  figure: PlacedFigure,
): Point | null {
  // A look at the eyes says by itself whose thoughts they are.
  if (panel.figures[figure.index]?.shot === 'eyes' || !insideConvex(panel.outline, figure.mouth, 0))
    return null;
  const whole = distance(centre, figure.mouth);
  const edge = whole - edgeDistance(centre, radius, style, figure.mouth);
  const at = (length: number): Point => [
    centre[0] + ((figure.mouth[0] - centre[0]) * length) / whole,
    centre[1] + ((figure.mouth[1] - centre[1]) * length) / whole,
  ];
  const face = grow(figure.face, 3);
  const inFace = ([x, y]: Point): boolean =>
    x > face.x && x < face.x + face.width && y > face.y && y < face.y + face.height;
  let length = edge + 6;
  const longest = Math.min(whole - figure.unit * 0.3, edge + TAIL_LENGTH);
  while (length + 3 < longest && !inFace(at(length + 3))) length += 3;
  return length - edge < 12 ? at(edge + 12) : at(length);
}
