import { pullString } from './pulled-string.ts';
import type { StrokeSample } from './stroke-sample.ts';

/** How much a {@link Stabiliser} steadies, in pixels of the document; 0 turns either part off. */
export interface StabiliserOptions {
  /** Length of the string by which the pointer pulls the brush: wobbles smaller than it are gone. */
  readonly length: number;
  /** Distance over which the brush follows, by a factor of e: rounds the corners that the string leaves. */
  readonly smoothing: number;
}

/** String length in pixels of the screen at full strength. */
const LONGEST_STRING = 120;

/**
 * Options for a strength. The hand wobbles by pixels of the screen, so zoomed in less of the document
 * is smoothed. Quadratic, so that the lower half of a slider is fine.
 * @param strength 0-1
 * @param zoom pixels of the screen per pixel of the document
 */
export function stabiliserOptions(strength: number, zoom = 1): StabiliserOptions {
  const length = (LONGEST_STRING * strength * strength) / zoom;
  return { length, smoothing: length / 3 };
}

/** Pieces in which the brush catches up with the pointer at the end of a stroke. */
const CATCH_UP_STEPS = 8;

/**
 * Steadies pointer input: a pulled string (as in lazy-brush), then exponential smoothing over the
 * distance travelled. Both are solved along the line between two events instead of stepping once an
 * event, and know no time: grouping events changes nothing, and a device that reports four times as
 * often along the same line draws all but the same stroke.
 */
export class Stabiliser {
  readonly #length: number;
  #pointer: StrokeSample | undefined;
  #string: StrokeSample | undefined;
  readonly #low: LowPass;
  #moved = false;

  constructor(options: StabiliserOptions) {
    this.#length = options.length;
    this.#low = new LowPass(options.smoothing);
  }

  /** The next event. @returns where the brush goes; undefined while the string is slack */
  add(sample: StrokeSample): StrokeSample | undefined {
    const [pointer, string] = [this.#pointer, this.#string];
    this.#pointer = sample;
    if (!pointer || !string) {
      this.#string = sample;
      return this.#low.move(sample);
    }
    const end = this.#length > 0 ? pullString(string, pointer, sample, this.#length) : sample;
    if (end !== string) this.#moved ||= end.x !== string.x || end.y !== string.y;
    // Until it moves a pen is only pressed harder, and the first dot is as thick as it was pressed.
    else if (this.#moved) return undefined;
    this.#string = { x: end.x, y: end.y, pressure: sample.pressure };
    return this.#low.move(this.#string);
  }

  /** The pointer was lifted. @returns the way from the brush to the pointer, empty if it is there */
  end(): StrokeSample[] {
    const [pointer, string] = [this.#pointer, this.#string];
    const low = this.#low.position;
    if (!pointer || !string || !low) return [];
    if (low.x === pointer.x && low.y === pointer.y) return [];
    const way: StrokeSample[] = [];
    const smoothing = this.#low.distance;
    for (let step = 1; step <= CATCH_UP_STEPS; step++) {
      const t = step / CATCH_UP_STEPS;
      // A shrinking distance makes the corner where the string goes over into the catch-up round.
      this.#low.distance = smoothing * (1 - t);
      way.push(this.#low.move(mix(string, pointer, t)));
    }
    return way;
  }
}

/** First-order low-pass, `dp/ds = (q - p) / distance` along the path of q; exact on straight pieces. */
class LowPass {
  distance: number;
  position: StrokeSample | undefined;
  #target: StrokeSample | undefined;

  constructor(distance: number) {
    this.distance = distance;
  }

  move(target: StrokeSample): StrokeSample {
    const [from, at] = [this.#target, this.position];
    this.#target = target;
    if (!from || !at || this.distance <= 0) return (this.position = target);
    const length = Math.hypot(target.x - from.x, target.y - from.y);
    if (length === 0) return at.x === target.x && at.y === target.y ? (this.position = target) : at;
    const kept = Math.exp(-length / this.distance);
    const lag = ((1 - kept) * this.distance) / length;
    const follow = (at: number, from: number, to: number): number =>
      to + (at - from) * kept - (to - from) * lag;
    return (this.position = {
      x: follow(at.x, from.x, target.x),
      y: follow(at.y, from.y, target.y),
      pressure: follow(at.pressure, from.pressure, target.pressure),
    });
  }
}

function mix(a: StrokeSample, b: StrokeSample, t: number): StrokeSample {
  if (t === 1) return b;
  return {
    x: a.x + (b.x - a.x) * t,
    y: a.y + (b.y - a.y) * t,
    pressure: a.pressure + (b.pressure - a.pressure) * t,
  };
}
