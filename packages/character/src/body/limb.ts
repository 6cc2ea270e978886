import { outline, type PathData } from '../geometry/path.ts';
import { add, direction, mix, turnRight, type Point } from '../geometry/point.ts';

/** Half the width of a limb at `t`: 0 at its root, 1 at the middle joint, 2 at its end. */
export type LimbProfile = (t: number) => number;

interface SidePoint {
  readonly t: number;
  readonly point: Point;
}

/** The two sides of a limb of two bones, bent as limbs bend: round outside, creased inside. */
export interface Limb {
  readonly joints: readonly [Point, Point, Point];
  readonly profile: LimbProfile;
  /** The side to the right as one looks from the root to the end on the screen. */
  readonly right: readonly SidePoint[];
  readonly left: readonly SidePoint[];
}

const samples = [0, 0.14, 0.3, 0.5, 0.7, 0.86, 0.96];

/** A limb along three joints, in the units of the joints. */
export function createLimb(joints: readonly [Point, Point, Point], profile: LimbProfile): Limb {
  return { joints, profile, right: limbSide(joints, profile, 1), left: limbSide(joints, profile, -1) };
}

/** Half widths between given ones, eased: pairs of t and width by rising t. */
export function widths(...stops: readonly (readonly [t: number, width: number])[]): LimbProfile {
  return (t) => {
    const first = stops[0] as readonly [number, number];
    if (t <= first[0]) return first[1];
    for (let i = 1; i < stops.length; i++) {
      const [t1, w1] = stops[i] as readonly [number, number];
      if (t > t1) continue;
      const [t0, w0] = stops[i - 1] as readonly [number, number];
      const u = (t - t0) / (t1 - t0);
      return w0 + (w1 - w0) * u * u * (3 - 2 * u);
    }
    return (stops[stops.length - 1] as readonly [number, number])[1];
  };
}

function limbSide(
  [root, middle, end]: readonly [Point, Point, Point],
  profile: LimbProfile,
  sign: 1 | -1,
): SidePoint[] {
  const d1 = direction(root, middle);
  const d2 = direction(middle, end);
  const n1 = turnRight(d1);
  const n2 = turnRight(d2);
  const first = samples.map((t): SidePoint => ({
    t,
    point: add(mix(root, middle, t), n1, sign * profile(t)),
  }));
  const second = samples.map((s): SidePoint => ({
    t: 2 - s,
    point: add(mix(end, middle, s), n2, sign * profile(2 - s)),
  }));
  second.reverse();
  const turn = d2[0] * n1[0] + d2[1] * n1[1];
  const bend = Math.atan2(turn, d1[0] * d2[0] + d1[1] * d2[1]);
  if (turn * sign > 0.02) return crease(first, second);
  // Outside: leave out what is next to the joint and go round it.
  const sharp = Math.abs(bend);
  const near = Math.min(0.25, sharp * 0.2);
  const result = first.filter(({ t }) => t <= 0.97 - near);
  const radius = profile(1);
  const from = Math.atan2(n1[1] * sign, n1[0] * sign);
  const steps = sharp > 1.2 ? [0.2, 0.5, 0.8] : sharp > 0.15 ? [0.5] : [];
  for (const share of steps) {
    const angle = from + bend * share;
    // Elbows and knees are a little pointed.
    const reach = radius * (1 + 0.16 * sharp * 0.5 * Math.sin(Math.PI * share));
    result.push({
      t: 0.9 + share * 0.2,
      point: [middle[0] + Math.cos(angle) * reach, middle[1] + Math.sin(angle) * reach],
    });
  }
  result.push(...second.filter(({ t }) => t >= 1.03 + near));
  return result;
}

/** Two pieces cut where they cross; where they don't, the ends next to the joint are left out. */
function crease(first: readonly SidePoint[], second: readonly SidePoint[]): SidePoint[] {
  for (let j = second.length - 2; j >= 0; j--) {
    for (let i = 0; i < first.length - 1; i++) {
      const a = first[i] as SidePoint;
      const b = first[i + 1] as SidePoint;
      const c = second[j] as SidePoint;
      const d = second[j + 1] as SidePoint;
      const point = crossing(a.point, b.point, c.point, d.point);
      if (point === undefined) continue;
      return [...first.slice(0, i + 1), { t: 1, point }, ...second.slice(j + 1)];
    }
  }
  return [...first.filter(({ t }) => t < 0.9), ...second.filter(({ t }) => t > 1.1)];
}

/** Where two pieces of straight line cross. */
function crossing(a: Point, b: Point, c: Point, d: Point): Point | undefined {
  const rx = b[0] - a[0];
  const ry = b[1] - a[1];
  const sx = d[0] - c[0];
  const sy = d[1] - c[1];
  const cross = rx * sy - ry * sx;
  if (Math.abs(cross) < 1e-9) return undefined;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? [a[0] + rx * t, a[1] + ry * t] : undefined;
}

/** A side between two values of `t`, both ends included, `t` rising. */
export function sideBetween(side: readonly SidePoint[], from: number, to: number): Point[] {
  const points: Point[] = [sideAt(side, from)];
  for (const { t, point } of side) if (t > from + 0.03 && t < to - 0.03) points.push(point);
  points.push(sideAt(side, to));
  return points;
}

/** The point of a side at `t`. */
export function sideAt(side: readonly SidePoint[], t: number): Point {
  let before = side[0] as SidePoint;
  if (t <= before.t) return before.point;
  for (const here of side) {
    if (here.t >= t) {
      const gap = here.t - before.t;
      return gap < 1e-6 ? here.point : mix(before.point, here.point, (t - before.t) / gap);
    }
    before = here;
  }
  return before.point;
}

/** The point at `t` on the bones. */
export function boneAt({ joints }: Limb, t: number): Point {
  return t <= 1 ? mix(joints[0], joints[1], t) : mix(joints[1], joints[2], t - 1);
}

/** The direction of the bone at `t`. */
export function boneDirection({ joints }: Limb, t: number): Point {
  return t <= 1 ? direction(joints[0], joints[1]) : direction(joints[1], joints[2]);
}

/** The closed outline of a limb between two values of `t`; `cap` is drawn around the root. */
export function limbPath(limb: Limb, from: number, to: number, cap: readonly Point[] = []): PathData {
  const right = sideBetween(limb.right, from, to);
  const left = sideBetween(limb.left, from, to).toReversed();
  return cap.length > 0
    ? outline(right, left, [left[left.length - 1] as Point, ...cap, right[0] as Point])
    : outline(right, left);
}

/**
 * The strip along one side of a limb, for shade: from the side inwards by `share` of the width (0 to 1;
 * 0.5 is the middle), where `pointed` coming out of the side at `from`.
 */
export function limbStrip(
  limb: Limb,
  side: 'left' | 'right',
  from: number,
  to: number,
  share: number,
  pointed = false,
): PathData {
  const near = side === 'left' ? limb.left : limb.right;
  const far = side === 'left' ? limb.right : limb.left;
  const inner: Point[] = [];
  const count = 8;
  for (let i = 0; i < count; i++) {
    const u = i / (count - 1);
    const rise = pointed ? Math.sin((Math.PI / 2) * Math.min(1, (1 - u) * 2.6)) : 1;
    const t = to + (from - to) * u;
    inner.push(mix(sideAt(near, t), sideAt(far, t), share * rise * (0.86 + 0.14 * Math.sin(u * 7))));
  }
  return outline(sideBetween(near, from, to), inner);
}
