import { polygon } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import type { RandomStream } from '../../random/random-stream.ts';
import { boxCorners, grow, type Box } from '../convex.ts';
import type { PageShape } from '../page.ts';
import type { Ground } from '../page-plan.ts';
import {
  flash,
  flowers,
  focusLines,
  gloom,
  sparkles,
  speedLines,
  toneGlow,
  toneGradient,
} from './effect-lines.ts';
import { classroom, livingRoom } from './interior.ts';
import { night } from './night.ts';
import { city, school, sky, trees } from './outdoors.ts';
import { dots } from './pen.ts';
import { street } from './street.ts';

/** What a ground leads the eye to. */
export interface Aim {
  readonly point: Point;
  /** Half width and half height of what has to stay clear. */
  readonly clear: Point;
}

/** Draws what is behind the figures of a panel, filling its box; the panel cuts off what is too much. */
export function drawGround(ground: Ground, box: Box, aim: Aim, random: RandomStream): PageShape[] {
  const fill = (paint: PageShape['fill']): PageShape => ({
    fill: paint,
    path: polygon(boxCorners(grow(box, 2))),
  });
  switch (ground) {
    case 'blank':
      return [];
    case 'black':
      return [fill('black')];
    case 'tone':
      return random.chance(0.5)
        ? toneGlow(box, aim.point, aim.clear, 0.3)
        : [fill(dots(random.pick([0.1, 0.2, 0.3])))];
    case 'gradient':
      return toneGradient(box, random);
    case 'speed':
      return speedLines(box, random);
    case 'focus':
      return focusLines(box, aim.point, aim.clear, random);
    case 'flash':
      return flash(box, aim.point, aim.clear, random);
    case 'flowers':
      return flowers(box, random);
    case 'sparkles':
      return sparkles(box, random);
    case 'gloom':
      return gloom(box, random);
    case 'room':
      return livingRoom(box, random);
    case 'classroom':
      return classroom(box, random);
    case 'school':
      return school(box, random);
    case 'city':
      return city(box, random);
    case 'street':
      return street(box, random);
    case 'sky':
      return sky(box, random);
    case 'trees':
      return trees(box, random);
    case 'night':
      return night(box, random);
  }
}
