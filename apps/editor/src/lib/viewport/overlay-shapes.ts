import type { Rect } from '@koma/core/raster';
import type { Point } from '#lib/raster/protocol.ts';

/** What a tool shows while it is at work, in pixels of the document. */
export type PreviewShape =
  | { readonly kind: 'rectangle' | 'ellipse'; readonly rect: Rect }
  | { readonly kind: 'path'; readonly points: readonly Point[]; readonly closed: boolean };

/** The outline of a brush's tip under the pointer. */
export interface TipOutline {
  /** Diameter in pixels of the document. */
  readonly size: number;
  /** Follows whole pixels, as the pencil paints them. */
  readonly aliased: boolean;
}

/** The eyedropper's ring: its upper half shows what is picked, its lower half what it replaces. */
export interface SampleRing {
  readonly picked: string;
  readonly previous: string;
}

/** A figure whose joints can be dragged, in pixels of the document. */
export interface CanvasFigure {
  readonly joints: readonly CanvasJoint[];
  /** The joint that the keyboard is on. */
  readonly focused?: string;
}

export interface CanvasJoint {
  readonly name: string;
  /** The joint that its bone comes from. */
  readonly parent?: string;
  readonly movable: boolean;
  readonly x: number;
  readonly y: number;
}
