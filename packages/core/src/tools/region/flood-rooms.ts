import type { Steps } from '../../steps/index.ts';
import type { SpanFlood } from './flood-spans.ts';

/** Pixels that are flooded or passed over between two stops. */
const BLOCK = 2 ** 18;

/** Which rooms are flooded. */
export interface RoomLabels {
  /** Of the plane. */
  readonly width: number;
  /** The label of open space. */
  readonly from: number;
  /** The label of rooms. */
  readonly to: number;
  /** The depth of the middle of rooms, from `heartOf`. */
  readonly heart: number;
}

/**
 * Gives a label to every piece of open space that has the middle of a room in it, in place; what has none stays.
 * @param flood floods the same labels
 * @returns how many rooms there are
 */
export function* floodRooms(
  labels: Uint8Array,
  depths: Uint8Array,
  flood: SpanFlood,
  { width, from, to, heart }: RoomLabels,
): Steps<number> {
  let count = 0;
  let stopped = 0;
  // To look for a byte is far faster than any loop of ours, and rooms that are done are passed over.
  for (let i = labels.indexOf(from); i >= 0; i = labels.indexOf(from, i + 1)) {
    if (i - stopped > BLOCK) {
      stopped = i;
      yield i / labels.length;
    }
    if (depths[i] !== heart) continue;
    count++;
    flood.start(i % width, Math.floor(i / width), to);
    while (flood.advance(BLOCK)) yield i / labels.length;
  }
  return count;
}
