import type { Drawing } from '../drawing/drawing.ts';
import type { PathData } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { MangaFill } from '../output/manga-fill.ts';
import type { Character } from '../parameters/catalogue.ts';
import type { Box } from './convex.ts';
import type { BalloonStyle, PagePlan } from './page-plan.ts';

/** One filled area of a page. */
export interface PageShape {
  readonly fill: MangaFill;
  readonly path: PathData;
  readonly clip?: PathData;
  /** Makes the area larger by a line of this width around it, half of it outside, in the units of the shape. */
  readonly stroke?: number;
}

/** What a layer of a page holds. */
export type ItemKind = 'ground' | 'figure' | 'mark' | 'frame' | 'balloon' | 'lettering' | 'sound';

/** A thing on the page: items are drawn in order, the first below all others. */
export interface PageItem {
  readonly kind: ItemKind;
  /** Index into the panels. */
  readonly panel: number;
  /** Index into the page's figures or balloons, by kind; null where it is none of them. */
  readonly subject: number | null;
  /** In page units; null where nothing is cut off. */
  readonly clip: PathData | null;
  /** From the units of the shapes to page units: `page = shape * scale + [x, y]`; null where they are the same. */
  readonly place: Placement | null;
  readonly shapes: readonly PageShape[];
}

/** Where a drawing stands on the page. */
export interface Placement {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** A figure on the page, with what others need to keep clear of it. All in page units. */
export interface PlacedFigure {
  readonly panel: number;
  /** Index into the panel plan's figures. */
  readonly index: number;
  /** As drawn: the plan's, with the pen that suits its size here. */
  readonly character: Character;
  readonly drawing: Drawing;
  readonly place: Placement;
  /** From the middle of the head to the chin. */
  readonly unit: number;
  readonly head: Point;
  readonly mouth: Point;
  /** Brows to chin, cheek to cheek. */
  readonly face: Box;
  /** The whole head with its hair. */
  readonly skull: Box;
  /** Trunk, head and legs, also where the panel cuts them off. */
  readonly body: Box;
}

/** A balloon or caption on the page, in page units. */
export interface PlacedBalloon {
  readonly panel: number;
  /** Index into the panel plan's speeches. */
  readonly index: number;
  /** Index into the page's figures; null for captions. */
  readonly speaker: number | null;
  readonly style: BalloonStyle;
  readonly text: string;
  readonly lines: readonly string[];
  readonly centre: Point;
  /** Half width and half height. */
  readonly radius: Point;
  /** Height of the capitals. */
  readonly size: number;
  /** The end of the tail; null without one. */
  readonly tail: Point | null;
}

/** Letters of a sound on the page. */
export interface PlacedSound {
  readonly panel: number;
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  /** Clockwise, degrees. */
  readonly turn: number;
}

/** A composed page, ready to be written. */
export interface Page {
  readonly plan: PagePlan;
  readonly figures: readonly PlacedFigure[];
  readonly balloons: readonly PlacedBalloon[];
  readonly sounds: readonly PlacedSound[];
  readonly items: readonly PageItem[];
}
