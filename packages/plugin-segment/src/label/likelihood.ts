import { LINE_PRICE, type RegionMap } from '@koma/lineart';
import { Materials } from './materials.ts';
import { RegionDistances } from './region-distances.ts';
import { BACKGROUND } from './stroke-labels.ts';

/** What a region of a label's own material beside its strokes leans to it, in what cutting along its lines costs. */
const LEANING = 0.5;
/** What is unlike all background leans so much more to the labels beside it, as a share of that. */
const STRANGER = 0.5;
/** Way after which likeness says 1 / e of what it says at first, in sizes of what is marked. */
const REACH = 1;
/** Beyond this many times that it says nothing. */
const FARTHEST = 3;
/** What is marked is taken to be at least so large, work px. */
const SMALLEST = 40;

/**
 * What likeness says of regions that nobody has marked: those of the colours or tones of a label's strokes lean to
 * that label, after Y. Li et al., "Lazy Snapping", SIGGRAPH 2004. Other than there they do so the less the farther
 * away they are, and the way through another material is long: the hair of one figure says little of another's.
 * What is unlike all background leans to the labels beside it, too. Plain paper on grey pages leans nowhere: it is
 * in all figures and around them. No region leans by more than a line around it would cost: lines have their say.
 */
export class Likelihood {
  readonly #areas: Uint32Array;
  readonly #materials: Materials;
  readonly #distances: RegionDistances;

  /** @param colour whether the page has colours */
  constructor(map: Pick<RegionMap, 'count' | 'area' | 'features' | 'edges'>, colour: boolean) {
    this.#areas = map.area;
    this.#materials = new Materials(map, colour);
    this.#distances = new RegionDistances(map);
  }

  /**
   * @param paint by label, background first: pixels of paint by region
   * @param size of what is marked, work px
   * @returns by label, then by region: what speaks for the label, whole numbers; at most one label a region has any
   */
  leanings(paint: readonly ReadonlyMap<number, number>[], size: number): Int32Array[] {
    const reach = REACH * Math.max(SMALLEST, size);
    const farthest = Math.ceil(FARTHEST * reach);
    const alike = paint.map((regions) => this.#materials.likenessTo(regions));
    const says = paint.map((regions, label) => {
      const own = alike[label]!;
      const distances = this.#distances.from(regions.keys(), own, farthest);
      return own.map((like, region) => {
        if (distances[region]! >= farthest || this.#materials.isPlain(region)) return 0;
        const strange = label === BACKGROUND ? 0 : STRANGER * (1 - alike[BACKGROUND]![region]!);
        return (like + strange) * Math.exp(-distances[region]! / reach);
      });
    });
    return says.map((own, label) =>
      Int32Array.from(own, (value, region) => {
        let most = 0;
        for (let other = 0; other < says.length; other++)
          if (other !== label && says[other]![region]! > most) most = says[other]![region]!;
        const outline = 4 * Math.sqrt(this.#areas[region]!) * LINE_PRICE;
        return value > most ? Math.round(LEANING * outline * (value - most)) : 0;
      }),
    );
  }
}
