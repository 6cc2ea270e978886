import type { Point } from '../geometry/point.ts';
import type { Character } from '../parameters/catalogue.ts';

/** What of the world a picture shows. */
export interface Camera {
  /** The picture's size, drawing units. */
  readonly width: number;
  readonly height: number;
  /** Drawing units a world unit. */
  readonly scale: number;
  /** The world's origin (the pit of the neck) in drawing units. */
  readonly origin: Point;
}

/** Drawing units across every picture. */
const WIDTH = 512;

/** World units across a bust, and how far above the pit of the neck it begins. */
const BUST_WIDTH = 396;
const BUST_TOP = 318;

/** The middle of the face above the pit of the neck, and how far `shift` moves the figure. World units. */
const FACE = 150;
const SHIFT = 72;

/** Height over width, and the part of the picture that stays free around the figure. */
const formats = {
  full: { height: 768, margin: 0.045, greatest: 0.62 },
  chibi: { height: 640, margin: 0.06, greatest: 1.1 },
} as const;

/**
 * The camera of a character's framing. `zoom` and `shift` move it for busts; whole figures fill the picture.
 *
 * @param bounds Left, top, right and bottom of the figure, world units.
 * @param headroom What stands out above the hair, world units.
 */
export function frameFigure(
  character: Pick<Character, 'framing' | 'zoom' | 'shift'>,
  bounds: readonly [left: number, top: number, right: number, bottom: number],
  headroom = 0,
): Camera {
  const { framing } = character;
  if (framing === 'bust') {
    const plain = WIDTH / (BUST_WIDTH + headroom * 0.75);
    const scale = plain * character.zoom;
    // Coming nearer keeps the face at its height in the picture.
    const face = (BUST_TOP + headroom - FACE) * plain;
    return {
      width: WIDTH,
      height: WIDTH,
      scale,
      origin: [WIDTH / 2 + character.shift * SHIFT * scale, face + FACE * scale],
    };
  }
  const { height, margin, greatest } = formats[framing];
  const [left, , right, bottom] = bounds;
  const top = bounds[1] - headroom;
  const free = margin * height;
  const scale = Math.min((WIDTH - free) / (right - left), (height - 2 * free) / (bottom - top), greatest);
  return {
    width: WIDTH,
    height,
    scale,
    // Standing on the lower margin, in the middle from left to right.
    origin: [WIDTH / 2 - ((left + right) / 2) * scale, height - free - bottom * scale],
  };
}
