/** The ring's inner edge and the half of its width, as shares of the wheel's side. */
export const RING_INNER = 0.4;
export const RING_MIDDLE = 0.45;

/** A box on the screen, CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Whether a point lies on the ring of a wheel that fills the box; a little inwards counts, for fingers. */
export function isOnRing(x: number, y: number, { left, top, width, height }: Box): boolean {
  const distance = Math.hypot(x - left - width / 2, y - top - height / 2) / Math.min(width, height);
  return distance >= RING_INNER - 0.015 && distance <= 0.5;
}

/** The hue of a direction from the middle of the box: red upwards, clockwise; degrees, 0 <= h < 360. */
export function hueAt(x: number, y: number, { left, top, width, height }: Box): number {
  const [dx, dy] = [x - left - width / 2, y - top - height / 2];
  const degrees = (Math.atan2(dx, -dy) * 180) / Math.PI;
  return degrees < 0 ? degrees + 360 : degrees;
}

/** The inverse of {@link hueAt}: where a hue's handle is, in percents of the wheel's side. */
export function handleAt(hue: number): { x: number; y: number } {
  const angle = (hue * Math.PI) / 180;
  return { x: 50 + RING_MIDDLE * 100 * Math.sin(angle), y: 50 - RING_MIDDLE * 100 * Math.cos(angle) };
}

/** Saturation (rightwards) and value (upwards), 0-1, at a point; outside the box, those of its edge. */
export function shadeAt(x: number, y: number, { left, top, width, height }: Box): { s: number; v: number } {
  const unit = (share: number) => Math.min(1, Math.max(0, share));
  return { s: unit((x - left) / width), v: unit(1 - (y - top) / height) };
}
