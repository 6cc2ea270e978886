import type { PathData } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';

/** Which layer a shape belongs to when a drawing is taken apart by kind. */
export type Role = 'flat' | 'shade' | 'highlight' | 'line';

/** Which colour of its material's ramp a shape has; see `palette/ramp.ts`. */
export type Tone = 'flat' | 'shade' | 'deep' | 'light' | 'highlight' | 'line';

/** A straight gradient in drawing units. */
export interface ToneGradient {
  readonly from: Point;
  readonly to: Point;
  /** Offsets 0 to 1, rising. */
  readonly stops: readonly { readonly offset: number; readonly tone: Tone; readonly opacity?: number }[];
}

/** One filled area. */
export interface Shape {
  readonly role: Role;
  readonly material: Material;
  readonly tone: Tone;
  readonly path: PathData;
  /** 0 to 1. */
  readonly opacity: number;
  /** Only what lies inside this outline is seen. */
  readonly clip?: PathData;
  /** Instead of the plain tone. */
  readonly gradient?: ToneGradient;
}

/** What a label calls a part: the classes of the part masks. */
export type PartName =
  | 'background'
  | 'hairBack'
  | 'hairFront'
  | 'face'
  | 'ear'
  | 'neck'
  | 'eye'
  | 'brow'
  | 'nose'
  | 'mouth'
  | 'torso'
  | 'arm'
  | 'hand'
  | 'leg'
  | 'foot'
  | 'top'
  | 'sleeve'
  | 'bottom'
  | 'sock'
  | 'shoe'
  | 'collar'
  | 'ribbon'
  | 'hat'
  | 'hairOrnament'
  | 'glasses'
  | 'horn'
  | 'accessory'
  | 'effect';

/** A thing with its own shapes, drawn as one, from back to front. */
export interface Part {
  readonly name: PartName;
  /** Which of several: `left` and `right` are the character's own sides. */
  readonly side?: 'left' | 'right';
  /** Parts are drawn by rising depth; see `drawing/depth.ts`. */
  readonly depth: number;
  readonly shapes: readonly Shape[];
}

/** A finished character, not yet coloured: parts from back to front, and where things are. */
export interface Drawing {
  /** The picture's size in drawing units; x to the right, y down, origin at the upper left. */
  readonly width: number;
  readonly height: number;
  readonly parts: readonly Part[];
  /** Named points in drawing units, for labels and handles. */
  readonly keyPoints: Readonly<Record<string, Point>>;
}
