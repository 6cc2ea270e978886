import { drawCharacter } from '../draw-character.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { distance, type Point } from '../geometry/point.ts';
import type { Character } from '../parameters/catalogue.ts';
import { boundsOf, grow, type Box } from './convex.ts';
import type { PlacedFigure } from './page.ts';
import type { FigurePlan, PanelPlan } from './page-plan.ts';

/** How a shot is framed, in fractions of the panel's box. */
interface Framing {
  /** Head unit (the middle of the head to the chin) as a fraction of the height, and at most of the width. */
  readonly byHeight: number;
  readonly byWidth: number;
}

const framings: Readonly<Record<FigurePlan['shot'], Framing>> = {
  eyes: { byHeight: 0.92, byWidth: 0.62 },
  closeUp: { byHeight: 0.46, byWidth: 0.42 },
  bust: { byHeight: 0.3, byWidth: 0.3 },
  waist: { byHeight: 0.185, byWidth: 0.2 },
  full: { byHeight: 0.115, byWidth: 0.2 },
  chibi: { byHeight: 0.24, byWidth: 0.24 },
};

/** How far below the head's middle a bust is drawn, in head units; it must not end inside a panel. */
const BUST_DEPTH = 2.1;

/** Width of an outline in page units for a head unit of 100. */
const LINE_WIDTH = 3.1;

/** Draws a figure and finds its place in the panel. */
export function placeFigure(
  plan: FigurePlan,
  index: number,
  panel: PanelPlan,
  panelIndex: number,
): PlacedFigure {
  const box = boundsOf(panel.outline);
  const { byHeight, byWidth } = framings[plan.shot];
  const share = panel.figures.length > 1 && plan.shot !== 'eyes' ? 0.78 : 1;
  // The page's moment is seen from nearer.
  const near = panel.focus && plan.shot === 'bust' ? 1.14 : 1;
  let unit = Math.min(box.height * byHeight * near, box.width * byWidth * share);
  const [fx, fy] = plan.at;
  const head: [number, number] = [box.x + box.width * fx, box.y + box.height * fy];
  const foot = box.y + box.height;
  if (plan.shot === 'bust') {
    // Words stand above heads.
    if (panel.speeches.length > 0 && !plan.breaksFrame && box.width < box.height * 2.2) {
      unit *= 0.92;
      head[1] = box.y + box.height * 0.56;
    }
    // Small heads stand lower, so that the cut of the bust stays outside.
    head[1] = Math.max(head[1], foot - unit * BUST_DEPTH);
    if (plan.breaksFrame) {
      unit *= 1.12;
      head[1] = Math.min(head[1], box.y + unit * 0.86);
      unit = Math.max(unit, (foot - head[1]) / BUST_DEPTH);
      head[1] = Math.max(box.y + unit * 0.75, foot - unit * BUST_DEPTH);
    }
  } else if (plan.shot === 'closeUp') {
    head[1] = box.y + box.height * 0.45;
    head[0] = box.x + box.width * (0.5 + (fx - 0.5) * 0.7);
  } else if (plan.shot === 'waist') {
    head[1] = plan.breaksFrame ? box.y + unit * 0.8 : box.y + Math.max(unit * 1.5, box.height * 0.3);
  }
  const { character, drawing, drawn } = drawSized(plan.character, unit);
  let scale = unit / drawn;
  const keys = drawing.keyPoints;
  const anchor: Point =
    plan.shot === 'eyes' ? middle(key(keys, 'eyeLeft'), key(keys, 'eyeRight')) : key(keys, 'head');
  if (plan.shot === 'full' || plan.shot === 'chibi') {
    const figure = figureSpan(drawing);
    const room = box.height * (plan.shot === 'full' ? 0.95 : 0.84);
    scale = Math.min(room / (figure.foot - figure.top), (box.width * 0.4 * share) / (drawn * 1.2));
    head[1] = foot - box.height * 0.025 - (figure.foot - anchor[1]) * scale;
    if (plan.breaksFrame) head[1] -= box.height * 0.02;
  }
  if (plan.shot === 'eyes') head[0] = box.x + box.width * 0.5;
  if (plan.shot === 'eyes') head[1] = box.y + box.height * 0.5;
  const place = { scale, x: head[0] - anchor[0] * scale, y: head[1] - anchor[1] * scale };
  const at = ([x, y]: Point): Point => [x * scale + place.x, y * scale + place.y];
  const onPage = drawn * scale;
  const middleOfHead = at(key(keys, 'head'));
  const chin = at(key(keys, 'chin'));
  const mouth = at(key(keys, 'mouth'));
  const eyes = [at(key(keys, 'eyeLeft')), at(key(keys, 'eyeRight'))] as const;
  const brows: Point[] = [
    [eyes[0][0] + onPage * 0.32, eyes[0][1] - onPage * 0.34],
    [eyes[1][0] - onPage * 0.32, eyes[1][1] - onPage * 0.34],
  ];
  // Of a shot of the eyes only these are kept clear: nothing else would leave room for words.
  const lower: Point[] = eyes.map(([x, y]) => [x, y + onPage * 0.3]);
  const face =
    plan.shot === 'eyes'
      ? boundsOf([...brows, ...lower])
      : boundsOf([
          [middleOfHead[0] - onPage * 0.62, middleOfHead[1] - onPage * 0.22],
          [middleOfHead[0] + onPage * 0.62, middleOfHead[1]],
          chin,
          ...brows,
        ]);
  const skull: Box = {
    x: middleOfHead[0] - onPage * 0.98,
    y: middleOfHead[1] - onPage,
    width: onPage * 1.96,
    height: onPage * 2.02,
  };
  const trunk = [
    'head',
    'neck',
    'chest',
    'pelvis',
    'shoulderLeft',
    'shoulderRight',
    'kneeLeft',
    'kneeRight',
    'ankleLeft',
    'ankleRight',
  ];
  const body = grow(
    boundsOf(trunk.flatMap((name) => (keys[name] === undefined ? [] : [at(key(keys, name))]))),
    onPage * 0.3,
  );
  return {
    panel: panelIndex,
    index,
    character,
    drawing,
    place,
    unit: onPage,
    head: middleOfHead,
    mouth,
    face,
    skull,
    body,
  };
}

/** A key point; every drawing has those of the head. */
function key(keys: Drawing['keyPoints'], name: string): Point {
  return keys[name] as Point;
}

const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** Drawing units from the middle of the head to the chin of an upright head. */
function headUnit({ keyPoints }: Drawing): number {
  return Math.max(1, distance(key(keyPoints, 'head'), key(keyPoints, 'chin')));
}

/** From above the hair to below the feet, in drawing units. */
function figureSpan(drawing: Drawing): { top: number; foot: number } {
  const { keyPoints } = drawing;
  const unit = headUnit(drawing);
  const feet = ['toeLeft', 'toeRight', 'ankleLeft', 'ankleRight', 'kneeLeft', 'kneeRight'].flatMap((name) => {
    const point = keyPoints[name];
    return point === undefined ? [] : [point[1]];
  });
  const foot = feet.length > 0 ? Math.max(...feet) + unit * 0.12 : drawing.height;
  return { top: key(keyPoints, 'head')[1] - unit * 1.08, foot };
}

/**
 * Draws a character with the line weight that suits a head of `unit` on the page. The weight needs the
 * drawing's own scale, which is known only once it is drawn; it is guessed, and drawn again where the guess
 * was wrong.
 */
function drawSized(base: Character, unit: number): { character: Character; drawing: Drawing; drawn: number } {
  const draw = (guess: number): { character: Character; drawing: Drawing; drawn: number } => {
    const character: Character = { ...base, lineWeight: lineWeight(guess, unit) };
    const drawing = drawCharacter(character);
    return { character, drawing, drawn: headUnit(drawing) };
  };
  const guess = usualUnit[base.framing];
  const first = draw(guess);
  return Math.abs(Math.log(first.drawn / guess)) < 0.3 ? first : draw(first.drawn);
}

/** Head units that drawings usually have, in drawing units. */
const usualUnit: Readonly<Record<Character['framing'], number>> = { bust: 134, full: 57, chibi: 125 };

/**
 * The line weight that gives lines their width on the page: close-ups get thicker lines than small figures,
 * but by far less than they are larger. The pen's width is that of `createScene`.
 */
function lineWeight(drawn: number, unit: number): number {
  const scale = drawn / 120;
  const wished = LINE_WIDTH * (unit / 100) ** 0.4;
  const plain = 3.3 * Math.max(scale, 0.35) ** 0.75 * (unit / drawn);
  return Math.round(Math.min(2, Math.max(0.4, wished / plain)) * 1000) / 1000;
}
