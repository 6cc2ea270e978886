import { Feature, FEATURES, type RegionMap } from '@koma/lineart';

/** Differences in these make two materials somewhat unlike: of darkness and of a tone's strength on grey pages. */
const DARKNESS = 0.12;
const ENERGY = 0.08;
/** Likewise of colours on other pages, CIE L*a*b*. */
const COLOUR = 14;
/** Plain paper of grey pages is lighter and more even than this. */
const PAPER = { darkness: 0.08, energy: 0.06 } as const;
/** Regions this near to one that stands for a material already add nothing to it. */
const SAME = 0.5;
/** Materials of a label that are told apart; what has less paint than so many others counts no more. */
const MOST = 16;

/** What the regions of a page are made of, for comparison. */
export class Materials {
  readonly #dimensions: number;
  /** `#dimensions` numbers a region, in differences that matter. */
  readonly #values: Float32Array;
  /** 1 for regions of plain paper on grey pages. */
  readonly #plain: Uint8Array;

  /** @param colour whether the page has colours; if not, regions are told apart by their tones */
  constructor({ count, features }: Pick<RegionMap, 'count' | 'features'>, colour: boolean) {
    const scales: (readonly [feature: number, scale: number])[] = colour
      ? [
          [Feature.lightness, COLOUR],
          [Feature.greenRed, COLOUR],
          [Feature.blueYellow, COLOUR],
        ]
      : [
          [Feature.darkness, DARKNESS],
          [Feature.energy, ENERGY],
        ];
    this.#plain = Uint8Array.from({ length: count }, (_, region) => {
      const { darkness, energy } = PAPER;
      const at = region * FEATURES;
      const isLight = features[at + Feature.darkness]! < darkness && features[at + Feature.energy]! < energy;
      return !colour && isLight ? 1 : 0;
    });
    this.#dimensions = scales.length;
    this.#values = new Float32Array(count * scales.length);
    for (let region = 0, at = 0; region < count; region++)
      for (const [feature, scale] of scales)
        this.#values[at++] = features[region * FEATURES + feature]! / scale;
  }

  /** Whether a region is plain paper of a grey page, which is no material of anything. */
  isPlain(region: number): boolean {
    return this.#plain[region] === 1;
  }

  /**
   * How like each region is to the nearest of some: exp(-d² / 2) of the difference between their materials.
   * @param samples pixels of paint by region; the materials with the most paint count, plain paper does not
   * @returns 0 to 1 a region
   */
  likenessTo(samples: ReadonlyMap<number, number>): Float32Array {
    const dimensions = this.#dimensions;
    const values = this.#values;
    const count = values.length / dimensions;
    const least = new Float32Array(count).fill(Infinity);
    const byPaint = [...samples].sort(([one, most], [other, more]) => more - most || one - other);
    let materials = 0;
    for (const [sample] of byPaint) {
      if (this.isPlain(sample)) continue;
      // Of what `least` says of the sample itself, so that no two materials are nearly the same.
      if (least[sample]! < SAME * SAME) continue;
      for (let region = 0; region < count; region++) {
        let squared = 0;
        for (let k = 0; k < dimensions; k++) {
          const difference = values[region * dimensions + k]! - values[sample * dimensions + k]!;
          squared += difference * difference;
        }
        if (squared < least[region]!) least[region] = squared;
      }
      if (++materials === MOST) break;
    }
    return least.map((squared) => Math.exp(-squared / 2));
  }
}
