import type { RandomStream } from '@koma/character';
import type { FigureShapes } from './figure-shapes.ts';
import { fillPolygon, inkPlane, stampDot, type InkPlane, type Paint, type Point } from './ink-plane.ts';
import { drawLine, drawStrand, type Pen } from './outline.ts';
import { randomTone, tonePaint } from './tones.ts';
import { densePath } from './curves.ts';

const BLACK = 0;
const WHITE = 255;

/** What a figure is painted with. */
export interface FigureFills {
  readonly hair: Paint;
  readonly cloth: Paint;
  readonly legs: Paint;
  readonly sleeves: Paint;
}

export interface FigureStyle {
  readonly pen: Pen;
  /** A light line around the figure, half its width in pixels; 0 for none. */
  readonly rim: number;
  readonly fills: FigureFills;
}

/** @param unit from the middle of the head to the chin, pixels: as far as gradients reach */
export function randomFills({ face, body }: FigureShapes, unit: number, random: RandomStream): FigureFills {
  const fill = (kinds: readonly ('black' | 'white' | 'tone')[], origin: Point): Paint => {
    const kind = random.pick(kinds);
    if (kind === 'tone') return tonePaint(randomTone(random, 3 * unit), origin);
    return kind === 'black' ? BLACK : WHITE;
  };
  const hair = fill(['black', 'white', 'tone'], face[0]!);
  const cloth = fill(['black', 'white', 'tone', 'tone'], body[0]!);
  const legs = fill(['black', 'white', 'tone'], body[0]!);
  return { hair, cloth, legs, sleeves: random.chance(0.6) ? cloth : WHITE };
}

/** Whether anything is solid black: black on black needs a light line between, or nobody sees where one ends. */
export const hasBlack = ({ hair, cloth, legs }: FigureFills): boolean => [hair, cloth, legs].includes(BLACK);

/**
 * Draws a figure over what is there.
 * @returns where it is: 0 in its outlines, which are cut along the middle of the line
 */
export function drawFigure(
  plane: InkPlane,
  shapes: FigureShapes,
  { pen, rim, fills }: FigureStyle,
  random: RandomStream,
): InkPlane {
  const truth = inkPlane(plane.width, plane.height);
  const { hair, cloth, legs, sleeves } = fills;
  const parts: [Point[], Paint][] = [
    [shapes.backHair, hair],
    [shapes.backArm, sleeves],
    ...shapes.legs.map((leg): [Point[], Paint] => [leg, legs]),
    [shapes.body, cloth],
    [shapes.neck, WHITE],
    [shapes.frontArm, sleeves],
    [shapes.face, WHITE],
    [shapes.fringe, hair],
  ];
  if (rim > 0)
    for (const [polygon] of parts)
      for (const point of densePath(polygon, true, 2)) stampDot(plane, point, rim, WHITE);
  for (const [polygon, paint] of parts) {
    fillPolygon(truth, polygon, BLACK);
    fillPolygon(plane, polygon, paint);
    drawLine(plane, polygon, pen, random);
    if (polygon === shapes.body)
      for (const fold of shapes.folds) drawStrand(plane, fold, pen.radius, inkOn(cloth));
    if (polygon === shapes.face) drawFace(plane, shapes, pen);
  }
  for (const strand of shapes.strands) drawStrand(plane, strand, pen.radius * 1.2, inkOn(hair));
  return truth;
}

function drawFace(plane: InkPlane, { eyes, mouth }: FigureShapes, { radius }: Pen): void {
  for (const eye of eyes) {
    fillPolygon(plane, eye, BLACK);
    stampDot(plane, eye[20]!, radius, WHITE);
  }
  drawStrand(plane, mouth, radius);
}

/** Lines on solid black are scratched out. */
const inkOn = (paint: Paint): number => (paint === BLACK ? WHITE : BLACK);
