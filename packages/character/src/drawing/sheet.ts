import type { PathData } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import { ink, type InkOptions } from '../geometry/ink.ts';
import type { Material } from '../palette/material.ts';
import type { Part, PartName, Role, Shape, Tone, ToneGradient } from './drawing.ts';

/** What a shape may have besides its path. */
export interface ShapeOptions {
  readonly tone?: Tone;
  readonly opacity?: number;
  readonly clip?: PathData;
  readonly gradient?: ToneGradient;
}

/** Pen settings that hold for a whole drawing. */
export interface Pen {
  /** Width of an ordinary outline in drawing units. */
  readonly width: number;
  /** 0 = even lines that end bluntly, 1 = lines that swell and end in points. */
  readonly taper: number;
}

/** Collects the shapes of one part, in drawing order. Owned by who draws the part. */
export class Sheet {
  readonly #name: PartName;
  readonly #side: 'left' | 'right' | undefined;
  readonly #depth: number;
  readonly #pen: Pen;
  readonly #shapes: Shape[] = [];

  constructor(pen: Pen, name: PartName, depth: number, side?: 'left' | 'right') {
    this.#pen = pen;
    this.#name = name;
    this.#depth = depth;
    this.#side = side;
  }

  /** The body of the part: its outline in the material's own colour. */
  flat(material: Material, path: PathData, options: ShapeOptions = {}): void {
    this.#add('flat', material, path, options, 'flat');
  }

  /** A shadow on it. */
  shade(material: Material, path: PathData, options: ShapeOptions = {}): void {
    this.#add('shade', material, path, options, 'shade');
  }

  /** A light on it. */
  highlight(material: Material, path: PathData, options: ShapeOptions = {}): void {
    this.#add('highlight', material, path, options, 'highlight');
  }

  /** A filled area that belongs to the line art: a lash, a nostril, solid black. */
  black(material: Material, path: PathData, options: ShapeOptions = {}): void {
    this.#add('line', material, path, options, 'line');
  }

  /**
   * A pen line along a polyline.
   *
   * @param weight Width as a multiple of the drawing's ordinary outline.
   */
  line(
    material: Material,
    points: readonly Point[],
    weight = 1,
    options: ShapeOptions & Omit<InkOptions, 'width'> = {},
  ): void {
    const { start = 0, end = 0, taper = 0.5 } = options;
    const blunt = 1 - this.#pen.taper;
    const path = ink(points, {
      width: this.#pen.width * weight,
      start: start + (1 - start) * blunt * 0.85,
      end: end + (1 - end) * blunt * 0.85,
      taper,
    });
    this.#add('line', material, path, options, 'line');
  }

  /** The part as drawn so far. */
  part(): Part {
    const side = this.#side;
    return { name: this.#name, depth: this.#depth, shapes: this.#shapes, ...(side && { side }) };
  }

  #add(role: Role, material: Material, path: PathData, options: ShapeOptions, tone: Tone): void {
    const { opacity = 1, clip, gradient } = options;
    this.#shapes.push({
      role,
      material,
      tone: options.tone ?? tone,
      path,
      opacity,
      ...(clip !== undefined && { clip }),
      ...(gradient !== undefined && { gradient }),
    });
  }
}
