import { ArcWalk } from './arc-walk.ts';
import type { BrushSettings } from './brush-settings.ts';
import { flattenCatmullRom } from './catmull-rom.ts';
import { compileDabDynamics, type DabDynamics } from './dab-dynamics.ts';
import type { Dab } from './dab.ts';
import { PixelWalk } from './pixel-walk.ts';
import { Polyline } from './polyline.ts';
import type { StrokeSample } from './stroke-sample.ts';
import type { StrokeWalk } from './stroke-walk.ts';
import { isTaperSettled } from './taper.ts';

/** Vertices that may pile up before they are forgotten. */
const FORGET_AT = 256;

/**
 * Turns samples into dabs along a centripetal Catmull-Rom curve through them. Dabs come in two kinds:
 *
 * - what {@link add} returns is final: paint it and forget it;
 * - what {@link tail} returns is provisional: the dabs that would complete the stroke if it ended now.
 *   It reaches from the last final dab to the last sample, so the line is always under the pen: the
 *   last piece of the curve still bends with the next sample, and over the length of the end's taper
 *   the width still changes. Paint it so that it can be taken back (`StrokeBuffer.update` does).
 *
 * The tail after the last sample is what {@link end} returns. Nothing depends on how samples are grouped
 * or on whether the tail was asked for. Samples in a row at one place count once, with their highest
 * pressure; a stroke that stays at one place is one dab. Samples without a place (NaN) are left out.
 */
export class StrokePath {
  readonly #settings: BrushSettings;
  readonly #dynamics: DabDynamics;
  readonly #path = new Polyline();
  readonly #walk: StrokeWalk;
  /** The last three samples, the newest last: the curve is final up to the middle one. */
  #samples: StrokeSample[] = [];

  constructor(settings: BrushSettings) {
    this.#settings = settings;
    this.#dynamics = compileDabDynamics(settings);
    const chain = !settings.antialias && settings.size * settings.spacing <= 1;
    this.#walk = new (chain ? PixelWalk : ArcWalk)(settings, this.#dynamics);
  }

  /** The next sample. @returns the dabs that are final now */
  add(sample: StrokeSample): Dab[] {
    if (!Number.isFinite(sample.x + sample.y)) return [];
    const samples = this.#samples;
    const last = samples.at(-1);
    if (last && last.x === sample.x && last.y === sample.y) {
      samples[samples.length - 1] = { ...last, pressure: Math.max(last.pressure, sample.pressure) };
      return [];
    }
    if (samples.length === 1) this.#path.push(last!.x, last!.y, last!.pressure);
    samples.push(sample);
    if (samples.length < 3) return [];
    const [p1, p2, p3] = samples.slice(-3);
    this.#append(samples.length === 4 ? samples[0] : undefined, p1!, p2!, p3);
    if (samples.length === 4) samples.shift();
    return this.#settle();
  }

  /** The dabs that would complete the stroke if it ended here. Changes nothing. */
  tail(): Dab[] {
    const last = this.#samples.at(-1);
    if (!last) return [];
    if (this.#samples.length === 1) return [this.#dynamics(last, 1, false)];
    const known = this.#path.count;
    const [before, from, to] = this.#samples.length === 2 ? [undefined, ...this.#samples] : this.#samples;
    this.#append(before, from!, to!, undefined);
    const dabs: Dab[] = [];
    const length = this.#path.length;
    this.#walk.copy().walk(this.#path, { limit: length, length, ends: true }, dabs);
    this.#path.truncate(known);
    return dabs;
  }

  /** The stroke is over. @returns its last dabs; further calls return none */
  end(): Dab[] {
    const dabs = this.tail();
    this.#samples = [];
    return dabs;
  }

  #append(
    p0: StrokeSample | undefined,
    p1: StrokeSample,
    p2: StrokeSample,
    p3: StrokeSample | undefined,
  ): void {
    flattenCatmullRom(p0, p1, p2, p3, (x, y, pressure) => this.#path.push(x, y, pressure));
  }

  #settle(): Dab[] {
    const { start, end } = this.#settings.taper;
    const [from, to] = this.#samples.slice(-2);
    const known = this.#path.length;
    // No curve between two points is shorter than the line between them.
    const least = known + Math.hypot(to!.x - from!.x, to!.y - from!.y);
    if (!isTaperSettled(least, start, end)) return [];
    const dabs: Dab[] = [];
    const limit = Math.min(known, least - end);
    this.#walk.walk(this.#path, { limit, length: Infinity, ends: false }, dabs);
    if (this.#walk.vertex >= FORGET_AT) {
      const count = this.#walk.vertex;
      this.#path.forget(count);
      this.#walk.forget(count);
    }
    return dabs;
  }
}
