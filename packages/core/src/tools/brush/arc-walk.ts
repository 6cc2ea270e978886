import type { BrushSettings } from './brush-settings.ts';
import type { DabDynamics } from './dab-dynamics.ts';
import type { Dab } from './dab.ts';
import type { Polyline } from './polyline.ts';
import type { StrokeWalk, WalkRange } from './stroke-walk.ts';
import { taperAt } from './taper.ts';

/** Closest that dabs come, in pixels: antialiased lines gain nothing from more, aliased ones repeat pixels. */
const LEAST_STEP = { smooth: 0.5, aliased: 1 };

/** A dab that would lie past the end by less than rounding errors is made. */
const ROUNDING = 1e-9;

/** Dabs at even distances along the path, the next one a share of the last one's diameter away. */
export class ArcWalk implements StrokeWalk {
  vertex = 0;
  #next = 0;
  readonly #settings: BrushSettings;
  readonly #dynamics: DabDynamics;
  readonly #leastStep: number;

  constructor(settings: BrushSettings, dynamics: DabDynamics) {
    this.#settings = settings;
    this.#dynamics = dynamics;
    this.#leastStep = settings.antialias ? LEAST_STEP.smooth : LEAST_STEP.aliased;
  }

  walk(path: Polyline, range: WalkRange, out: Dab[]): void {
    const { spacing, taper } = this.#settings;
    for (; this.#next <= range.limit + ROUNDING;) {
      while (this.vertex + 2 < path.count && path.distance[this.vertex + 1]! < this.#next) this.vertex++;
      const width = taperAt(this.#next, range.length, taper.start, taper.end);
      const dab = this.#dynamics(path.at(this.vertex, this.#next), width, true);
      if (dab.size > 0) out.push(dab);
      this.#next += Math.max(this.#leastStep, spacing * dab.size);
    }
  }

  forget(count: number): void {
    this.vertex -= count;
  }

  copy(): ArcWalk {
    const copy = new ArcWalk(this.#settings, this.#dynamics);
    copy.vertex = this.vertex;
    copy.#next = this.#next;
    return copy;
  }
}
