import type { RandomStream } from '../random/random-stream.ts';
import { boundsOf, insideConvex, overlap, type Box } from './convex.ts';
import { lineWidth } from './lettering/letter-line.ts';
import type { PlacedBalloon, PlacedFigure, PlacedSound } from './page.ts';
import type { PanelPlan } from './page-plan.ts';
import { PAGE } from './page-size.ts';

/** Finds a place for a panel's sound, large where there is room; undefined where there is none. */
export function placeSound(
  panel: PanelPlan,
  panelIndex: number,
  figures: readonly PlacedFigure[],
  balloons: readonly PlacedBalloon[],
  closed: readonly Box[],
  random: RandomStream,
): PlacedSound | undefined {
  if (panel.sound === null) return undefined;
  const box = boundsOf(panel.outline);
  const turn = random.between(-16, 9);
  const angle = (Math.abs(turn) * Math.PI) / 180;
  const most = Math.min(
    box.height * 0.3,
    (box.width * 0.5) / (lineWidth(panel.sound, 1) || 1),
    panel.focus ? 120 : 76,
  );
  for (let size = most; size >= 24; size *= 0.85) {
    const length = lineWidth(panel.sound, size) + size * 0.3;
    const width = length * Math.cos(angle) + size * Math.sin(angle);
    const height = size * 1.15 * Math.cos(angle) + length * Math.sin(angle);
    let best: { cost: number; at: Box } | undefined;
    for (let i = 0; i <= 10; i++) {
      for (let k = 0; k <= 10; k++) {
        const at: Box = {
          x: box.x + ((box.width - width) * i) / 10,
          y: box.y + ((box.height - height) * k) / 10,
          width,
          height,
        };
        const cost = costOf(at, panel, panelIndex, figures, balloons, closed) + random.next() * 0.05;
        if (cost < (best?.cost ?? Infinity)) best = { cost, at };
      }
    }
    if (best !== undefined) return { panel: panelIndex, text: panel.sound, box: best.at, size, turn };
  }
  return undefined;
}

function costOf(
  at: Box,
  panel: PanelPlan,
  panelIndex: number,
  figures: readonly PlacedFigure[],
  balloons: readonly PlacedBalloon[],
  closed: readonly Box[],
): number {
  if (at.x < 24 || at.y < 24 || at.x + at.width > PAGE.width - 24 || at.y + at.height > PAGE.height - 24)
    return Infinity;
  const area = at.width * at.height;
  let cost = 0;
  for (const [x, y] of [
    [at.x, at.y],
    [at.x + at.width, at.y],
    [at.x, at.y + at.height],
    [at.x + at.width, at.y + at.height],
  ] as const) {
    if (!insideConvex(panel.outline, [x, y], 6)) return Infinity;
  }
  for (const figure of figures) {
    if (overlap(at, figure.face) > 0) return Infinity;
    if (figure.panel === panelIndex)
      cost +=
        (overlap(at, figure.skull) / area) * 3 +
        (overlap(at, figure.body) / area) * (figure.unit < 70 ? 3 : 0.8);
  }
  for (const { centre, radius, tail } of balloons) {
    const around: Box = {
      x: centre[0] - radius[0] * 1.1,
      y: centre[1] - radius[1] * 1.1,
      width: radius[0] * 2.2,
      height: radius[1] * 2.2,
    };
    if (overlap(at, around) > 0) return Infinity;
    if (tail !== null && overlap(at, { x: tail[0] - 24, y: tail[1] - 24, width: 48, height: 48 }) > 0)
      return Infinity;
  }
  for (const hole of closed) if (overlap(at, hole) > 0) return Infinity;
  return cost;
}
