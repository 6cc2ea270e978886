import { spline } from '../geometry/curve.ts';
import type { InkOptions } from '../geometry/ink.ts';
import { outline, type PathData } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Part, PartName } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import type { Sheet, ShapeOptions } from '../drawing/sheet.ts';
import type { Material } from '../palette/material.ts';
import type { Proportions } from './proportions.ts';
import type { Skeleton } from './skeleton.ts';
import { torsoHalf, torsoPoint } from './torso.ts';

/** The picture's left (-1) or right (1) side. */
export type Sign = -1 | 1;

/** Both sides: the picture's left, then its right. */
export const signs: readonly Sign[] = [-1, 1];

/** The character's own side that lies on a side of the picture. */
export const partSide = (sign: Sign): 'left' | 'right' => (sign === 1 ? 'left' : 'right');

/** The points with x turned to a side: lists are written for the picture's right. */
export const onSide = (points: readonly Point[], sign: Sign): Point[] =>
  points.map(([x, y]) => [x * sign, y]);

/**
 * A posed body being drawn. Its coordinates are torso units (see {@link torsoPoint}): a shape written for a
 * standing teenage girl follows build, age, lean and turn of everybody.
 */
export class Figure {
  readonly scene: Scene;
  readonly skeleton: Skeleton;
  readonly proportions: Proportions;
  /** Drawing units a torso unit across the body. */
  readonly unit: number;
  /** The side in shadow. */
  readonly far: Sign;
  /** Whether only what is above the chest is seen. */
  readonly bust: boolean;
  /** Where cloth ends that a bust's picture cuts off: a height below any picture, torso units. */
  readonly bustHem: number;
  /** Small figures leave out the finest lines. */
  readonly fine: boolean;
  readonly #sheets: Sheet[] = [];

  constructor(scene: Scene, skeleton: Skeleton) {
    this.scene = scene;
    this.skeleton = skeleton;
    this.proportions = skeleton.proportions;
    this.unit = skeleton.proportions.width * scene.scale;
    this.far = scene.light === -1 ? 1 : -1;
    this.bust = scene.character.framing === 'bust';
    this.bustHem = 150 / Math.min(1, skeleton.proportions.length * skeleton.torso.reach);
    this.fine = !skeleton.proportions.chibi;
  }

  /** A new part of the figure. */
  sheet(name: PartName, depth: number, side?: 'left' | 'right'): Sheet {
    const sheet = this.scene.sheet(name, depth, side);
    this.#sheets.push(sheet);
    return sheet;
  }

  /** All parts that something was drawn on. */
  parts(): Part[] {
    return this.#sheets.map((sheet) => sheet.part()).filter(({ shapes }) => shapes.length > 0);
  }

  /** A point on the front of the torso in drawing units. */
  at(x: number, y: number, front = 1): Point {
    return this.scene.place(torsoPoint(this.skeleton.torso, x, y, front));
  }

  /** Points on the front of the torso in drawing units. */
  all(points: readonly Point[], front = 1): Point[] {
    return points.map(([x, y]) => this.at(x, y, front));
  }

  /** The side of the torso at a height, `room` torso units away from the body: x in torso units. */
  side(y: number, room = 0): number {
    return torsoHalf(this.proportions, y) + room;
  }

  /** The closed outline of curves given in torso units. */
  path(...curves: readonly (readonly Point[])[]): PathData {
    return outline(...curves.map((curve) => this.all(curve)));
  }

  /** A smooth pen line through points in torso units. */
  line(
    sheet: Sheet,
    material: Material,
    points: readonly Point[],
    weight = 1,
    options: ShapeOptions & Omit<InkOptions, 'width'> = {},
  ): void {
    sheet.line(material, spline(this.all(points), 3), weight, options);
  }
}
