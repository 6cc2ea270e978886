import type { Character } from '../parameters/catalogue.ts';
import type { RandomStream } from '../random/random-stream.ts';
import { areaOf, boundsOf, boxCorners, type Box } from './convex.ts';
import type { PanelPlan } from './page-plan.ts';
import { PAGE } from './page-size.ts';

/** A large panel may have a small one in its lower left corner: a look at somebody else's eyes. */
export function planInset(
  host: PanelPlan,
  cast: readonly Character[],
  random: RandomStream,
): PanelPlan | undefined {
  const box = boundsOf(host.outline);
  const [figure] = host.figures;
  if (
    areaOf(host.outline) < PAGE.width * PAGE.height * 0.2 ||
    figure === undefined ||
    host.figures.length > 1
  )
    return undefined;
  // The figure stands on the other side.
  if (figure.at[0] < 0.55 || box.width < box.height * 1.15 || host.frame === 'borderless') return undefined;
  const width = Math.min(box.width * 0.34, 330);
  const height = width * 0.42;
  const rect: Box = {
    x: Math.max(box.x, 40) + 22,
    y: Math.min(box.y + box.height, PAGE.height - 50) - height - 24,
    width,
    height,
  };
  const other = (figure.cast + 1) % cast.length;
  return {
    outline: boxCorners(rect),
    frame: 'inset',
    focus: false,
    ground: random.pick(['blank', 'tone', 'black'] as const),
    figures: [
      {
        cast: other,
        shot: 'eyes',
        at: [0.5, 0.5],
        mark: null,
        breaksFrame: false,
        character: {
          ...(cast[other] as Character),
          framing: 'bust',
          expression: random.pick(['surprised', 'scared', 'angry', 'neutral'] as const),
          yaw: random.whole(-5, 5),
          pitch: 0,
          roll: random.whole(-4, 4),
          blush: 0.2,
        },
      },
    ],
    speeches: [],
    sound: null,
  };
}
