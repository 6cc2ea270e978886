const MAX_ROUNDS = 16;

/** A run of the list of points. */
interface Cluster {
  readonly from: number;
  readonly to: number;
  /** Weighted squared distance to the mean along the axis where it is largest; 0: not to be split. */
  readonly spread: number;
  readonly axis: number;
  /** The mean on that axis. */
  readonly cut: number;
}

/**
 * Groups weighted points of three coordinates into at most `count` clusters: the cluster with the largest
 * spread is cut at its mean until there are enough (a median cut by variance), then the centres are
 * settled by k-means (Lloyd). Nothing is random: the same points give the same clusters. Up to `count`
 * different points are a cluster each.
 *
 * @param points x, y, z of each point
 * @param weights one above 0 per point
 * @param count 1-255
 * @returns the cluster of each point; a number may be left without points
 */
export function clusterPoints(points: Float64Array, weights: Float64Array, count: number): Uint8Array {
  const order = Uint32Array.from(weights, (_, i) => i);
  const clusters = [measure(points, weights, order, 0, order.length)];
  while (clusters.length < count) {
    const widest = clusters.reduce((best, cluster) => (cluster.spread > best.spread ? cluster : best));
    if (widest.spread === 0) break;
    const middle = partition(points, order, widest);
    const [from, to] = [widest.from, widest.to];
    const halves =
      middle === from || middle === to
        ? [{ ...widest, spread: 0 }]
        : [measure(points, weights, order, from, middle), measure(points, weights, order, middle, to)];
    clusters.splice(clusters.indexOf(widest), 1, ...halves);
  }
  const nearest = new Uint8Array(weights.length);
  clusters.forEach(({ from, to }, cluster) => {
    for (let i = from; i < to; i++) nearest[order[i]!] = cluster;
  });
  const centres = new Float64Array(clusters.length * 3);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    moveCentres(points, weights, nearest, centres);
    if (!assign(points, nearest, centres)) break;
  }
  return nearest;
}

function measure(
  points: Float64Array,
  weights: Float64Array,
  order: Uint32Array,
  from: number,
  to: number,
): Cluster {
  let best: Cluster = { from, to, spread: 0, axis: 0, cut: 0 };
  for (let axis = 0; axis < 3; axis++) {
    let total = 0;
    let sum = 0;
    for (let i = from; i < to; i++) {
      const weight = weights[order[i]!]!;
      total += weight;
      sum += weight * points[order[i]! * 3 + axis]!;
    }
    const cut = sum / total;
    let spread = 0;
    for (let i = from; i < to; i++)
      spread += weights[order[i]!]! * (points[order[i]! * 3 + axis]! - cut) ** 2;
    if (spread > best.spread) best = { from, to, spread, axis, cut };
  }
  return best;
}

/** Brings the points up to the cut before those above it. @returns where those above begin */
function partition(points: Float64Array, order: Uint32Array, { from, to, axis, cut }: Cluster): number {
  let middle = from;
  for (let i = from; i < to; i++) {
    const index = order[i]!;
    if (points[index * 3 + axis]! > cut) continue;
    order[i] = order[middle]!;
    order[middle++] = index;
  }
  return middle;
}

/** Moves every centre to the mean of its points; one without points stays. */
function moveCentres(
  points: Float64Array,
  weights: Float64Array,
  nearest: Uint8Array,
  centres: Float64Array,
): void {
  const sums = new Float64Array((centres.length / 3) * 4);
  for (let i = 0; i < nearest.length; i++) {
    const at = nearest[i]! * 4;
    const weight = weights[i]!;
    for (let axis = 0; axis < 3; axis++) sums[at + axis] = sums[at + axis]! + weight * points[i * 3 + axis]!;
    sums[at + 3] = sums[at + 3]! + weight;
  }
  for (let cluster = 0; cluster * 3 < centres.length; cluster++) {
    const total = sums[cluster * 4 + 3]!;
    if (total === 0) continue;
    for (let axis = 0; axis < 3; axis++) centres[cluster * 3 + axis] = sums[cluster * 4 + axis]! / total;
  }
}

/** Gives every point to its nearest centre, the first of equals. @returns whether any changed */
function assign(points: Float64Array, nearest: Uint8Array, centres: Float64Array): boolean {
  let changed = false;
  for (let i = 0, p = 0; i < nearest.length; i++, p += 3) {
    let best = 0;
    let least = Infinity;
    for (let c = 0; c < centres.length; c += 3) {
      const dx = points[p]! - centres[c]!;
      const dy = points[p + 1]! - centres[c + 1]!;
      const dz = points[p + 2]! - centres[c + 2]!;
      const distance = dx * dx + dy * dy + dz * dz;
      if (distance < least) {
        least = distance;
        best = c;
      }
    }
    if (nearest[i] !== best / 3) {
      nearest[i] = best / 3;
      changed = true;
    }
  }
  return changed;
}
