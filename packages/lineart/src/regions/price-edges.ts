import { Feature, FEATURES, type RegionEdges } from './region-map.ts';

/** Differences that make a border about two fifths cheaper: of darkness on grey pages, of CIE colours on others. */
const DARKNESS = 0.2;
const COLOUR = 20;
/** Darkness from which on a region is a solid black. */
const SOLID = 0.75;
/** What a side between a solid black and something else costs more: its edge is less of an outline than a line is. */
const SOLID_PRICE = 1;

/**
 * Prices borders by what the regions on both sides are like: equal material stays dear to cut, different material gets
 * cheap, exp(-d^2 / 2 s^2) of what a side costs above 1. Where a figure on black has a light rim, its outline within
 * the rim is preferred to the rim's outer edge.
 * @param edges their capacities are changed in place
 */
export function priceEdges(edges: RegionEdges, features: Float32Array, colour: boolean): void {
  for (let i = 0; i < edges.count; i++) {
    const one = edges.a[i]! * FEATURES;
    const two = edges.b[i]! * FEATURES;
    const darkness = [features[one + Feature.darkness]!, features[two + Feature.darkness]!] as const;
    const d = colour
      ? Math.hypot(
          features[one + Feature.lightness]! - features[two + Feature.lightness]!,
          features[one + Feature.greenRed]! - features[two + Feature.greenRed]!,
          features[one + Feature.blueYellow]! - features[two + Feature.blueYellow]!,
        ) / COLOUR
      : (darkness[0] - darkness[1]) / DARKNESS;
    const isSolid = !colour && darkness[0] > SOLID !== darkness[1] > SOLID;
    const least = edges.length[i]!;
    const discounted = least + Math.round((edges.capacity[i]! - least) * Math.exp((-d * d) / 2));
    edges.capacity[i] = discounted + (isSolid ? SOLID_PRICE * least : 0);
  }
}
