import { rotate, type Point } from '../geometry/point.ts';
import type { HeadFrame } from '../head/head-frame.ts';
import type { Character } from '../parameters/catalogue.ts';

/**
 * The surface that hair lies on: half an ellipsoid over the skull, below its widest circle a tube that
 * hangs down. A place on it is an azimuth (degrees; 0 faces forward, 90 the picture's right side of an
 * unturned head, 180 back) and a fall: 0 at the crown, 1 at the widest circle, and one more for
 * every 100 head units below.
 */
export interface Scalp {
  readonly frame: HeadFrame;
  /** Half widths of the ellipsoid and its middle, head units. */
  readonly rx: number;
  readonly ry: number;
  readonly rz: number;
  readonly y: number;
  readonly z: number;
  /** A place in drawing units; `raise` lifts it off the surface, head units. */
  at(azimuth: number, fall: number, raise?: number): Point;
  /** True where the surface faces the viewer. */
  faces(azimuth: number): boolean;
  /** The outline of the hair's dome as seen, from `from` to `to` degrees clockwise from the right (-90 is up). */
  rim(from: number, to: number, count: number, raise?: number): Point[];
}

/** The scalp of a character's hair in a frame. */
export function createScalp(frame: HeadFrame, character: Character): Scalp {
  const volume = character.hairVolume * 13;
  const rx = 93.5 + volume;
  const ry = 105 + volume;
  const rz = 98 + volume;
  const y = -6;
  const z = -10;
  const at = (azimuth: number, fall: number, raise = 0): Point => {
    const angle = (azimuth * Math.PI) / 180;
    const tilt = Math.min(1, fall) * (Math.PI / 2);
    const out = Math.sin(tilt);
    const hang = Math.max(0, fall - 1) * 100;
    return frame.at(
      (rx + raise) * out * Math.sin(angle),
      y - (ry + raise) * Math.cos(tilt) + hang,
      z + (rz + raise) * out * Math.cos(angle),
    );
  };
  return {
    frame,
    rx,
    ry,
    rz,
    y,
    z,
    at,
    faces: (azimuth) => {
      const angle = (azimuth * Math.PI) / 180;
      const flat = frame.nearness(Math.sin(angle), 0, Math.cos(angle)) - frame.nearness(0, 0, 0);
      return flat > 0;
    },
    rim: (from, to, count, raise = 0) => {
      // The silhouette of an ellipsoid under orthographic projection is an ellipse.
      const middle = frame.at(0, y, z);
      const yaw = (frame.yaw * Math.PI) / 180;
      const half = Math.hypot(rx * Math.cos(yaw), rz * Math.sin(yaw)) + raise;
      const sine = frame.lift;
      const high = Math.hypot(ry * Math.sqrt(1 - sine * sine), rz * sine) + raise;
      const roll = rollOf(frame);
      return Array.from({ length: count }, (_, i): Point => {
        const angle = ((from + ((to - from) * i) / (count - 1)) * Math.PI) / 180;
        return rotate(
          [
            middle[0] + Math.cos(angle) * half * frame.scale,
            middle[1] + Math.sin(angle) * high * frame.scale,
          ],
          middle,
          roll,
        );
      });
    },
  };
}

/** Degrees by which a frame is rolled. */
function rollOf(frame: HeadFrame): number {
  const origin = frame.flat(0, 0);
  const right = frame.flat(1, 0);
  return (Math.atan2(right[1] - origin[1], right[0] - origin[0]) * 180) / Math.PI;
}
