/** Lines stand together in groups of this many, with gaps between them. */
const GROUP = { least: 2, most: 9 };

/**
 * Where lines stand along a way of length 1: evenly but for the unevenness of a hand, in groups where gaps are wanted.
 * @param count places before gaps are taken out
 * @param jitter 0 even to 1: a line may stand anywhere up to its neighbours
 * @param gaps 0-1: about this share of the way is left empty
 */
export function linePlaces(count: number, jitter: number, gaps: number, random: () => number): number[] {
  const places: number[] = [];
  // Half a group first, so that not every picture begins with a full one.
  let left = Math.ceil(groupSize(random) / 2);
  for (let i = 0; i < count; i++) {
    if (gaps > 0 && left === 0) {
      left = groupSize(random);
      const mean = (GROUP.least + GROUP.most) / 2;
      i += Math.round(((mean * gaps) / (1 - gaps)) * (0.5 + random()));
      if (i >= count) break;
    }
    left--;
    places.push((i + 0.5 + (random() - 0.5) * jitter) / count);
  }
  return places;
}

function groupSize(random: () => number): number {
  return GROUP.least + Math.floor(random() * (GROUP.most - GROUP.least + 1));
}
