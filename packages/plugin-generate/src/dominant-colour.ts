import { colourDistance, type Oklab } from './oklab.ts';

/** A colour and how much of what was looked at has it or nearly so, 0 to 1. */
export interface DominantColour {
  readonly colour: Oklab;
  readonly share: number;
}

/** Sides of the boxes that colours are counted in. */
const BOX: Oklab = [0.04, 0.03, 0.03];
/** What counts as nearly the same colour. */
const REACH = 0.06;
const STEPS = 4;
/** From a box to itself and the 26 that touch it. */
const NEIGHBOURS = [-1, 0, 1].flatMap((l) => [-1, 0, 1].flatMap((a) => [-1, 0, 1].map((b) => [l, a, b])));

/**
 * The commonest colour: the fullest place of a histogram, moved to the middle of what is near it (mean
 * shift, Fukunaga and Hostetler 1975). Undefined where there is nothing.
 */
export function dominantColour(colours: readonly Oklab[]): DominantColour | undefined {
  const boxes = new Map<string, { readonly at: readonly number[]; readonly colours: Oklab[] }>();
  for (const each of colours) {
    const at = each.map((value, i) => Math.round(value / BOX[i]!));
    const box = boxes.get(at.join());
    if (box) box.colours.push(each);
    else boxes.set(at.join(), { at, colours: [each] });
  }
  // With its neighbours, because a colour may lie where boxes meet.
  let fullest: Oklab[] = [];
  for (const { at } of boxes.values()) {
    const around = NEIGHBOURS.flatMap(
      (step) => boxes.get(at.map((value, i) => value + step[i]!).join())?.colours ?? [],
    );
    if (around.length > fullest.length) fullest = around;
  }
  if (fullest.length === 0) return undefined;
  let colour = mean(fullest);
  let near: readonly Oklab[] = fullest;
  for (let step = 0; step < STEPS; step++) {
    const around = colours.filter((other) => colourDistance(other, colour) < REACH);
    if (around.length === 0) break;
    near = around;
    colour = mean(around);
  }
  return { colour, share: near.length / colours.length };
}

function mean(colours: readonly Oklab[]): Oklab {
  const sum = (axis: 0 | 1 | 2): number => colours.reduce((total, colour) => total + colour[axis], 0);
  return [sum(0) / colours.length, sum(1) / colours.length, sum(2) / colours.length];
}
