import type { LayerRow } from './layer-rows.ts';

/** Where a line lies in the list, in CSS pixels. */
export interface RowBox {
  readonly top: number;
  readonly height: number;
}

/** Where dragged layers go when they are let go. */
export interface DropTarget {
  /** The group they will be in; undefined at the root. */
  readonly parent: string | undefined;
  /** How many of the layers that stay there will be below them. */
  readonly index: number;
  /** The drop line is above this line of the list; beyond the last line at the end. */
  readonly gap: number;
  /** How far the drop line is indented. */
  readonly depth: number;
  /** Set where they go into a group whose line is under the pointer. */
  readonly into?: string;
}

/** The outer parts of a group's line mean above and below it, the middle means into it. */
const EDGE = 0.25;

/**
 * Where layers go that are let go at a height of the list.
 * @param rows the lines of the panel, `boxes` where they lie, in the same order
 * @param dragged ids of the layers, none of them within another
 * @param y height of the pointer in the list
 * @param wish the depth that the person aims at by moving sideways; the nearest possible one is taken
 * @returns undefined where nothing would change
 */
export function dropTarget(
  rows: readonly LayerRow[],
  boxes: readonly RowBox[],
  dragged: readonly string[],
  y: number,
  wish: number,
): DropTarget | undefined {
  const moving = new Set(dragged);
  const over = boxes.findIndex(({ top, height }) => y < top + height);
  const row = rows[over];
  if (row?.layer.kind === 'group' && !carrier(rows, row, moving)) {
    const { top, height } = boxes[over]!;
    const part = (y - top) / height;
    if (part >= EDGE && part <= 1 - EDGE) {
      const stay = row.layer.children.filter(({ id }) => !moving.has(id));
      // The topmost ones of the group already, in their order: nothing to do.
      if (
        row.layer.children.slice(stay.length).every(({ id }) => moving.has(id)) &&
        moving.size === row.layer.children.length - stay.length
      )
        return undefined;
      const { id } = row.layer;
      return { parent: id, index: stay.length, gap: over + 1, depth: row.depth + 1, into: id };
    }
  }
  const gap = !row ? rows.length : y < boxes[over]!.top + boxes[over]!.height / 2 ? over : over + 1;
  const place = placeAt(rows, moving, gap, wish);
  return isWhereTheyAre(rows, moving, place) ? undefined : place;
}

function placeAt(
  rows: readonly LayerRow[],
  moving: ReadonlySet<string>,
  gap: number,
  wish: number,
): DropTarget {
  const [above, below] = [rows[gap - 1], rows[gap]];
  if (!above) return { parent: undefined, index: staying(rows, moving, undefined, Infinity), gap, depth: 0 };
  const carried = carrier(rows, above, moving);
  const opens = above.layer.kind === 'group' && above.layer.expanded;
  // Nothing can be put into itself: below a part of what is dragged means below all of it.
  const deepest = carried ? carried.depth : above.depth + (opens ? 1 : 0);
  const depth = Math.max(Math.min(wish, deepest), Math.min(below?.depth ?? 0, deepest));
  if (depth > above.depth)
    return { parent: above.layer.id, index: staying(rows, moving, above.layer.id, Infinity), gap, depth };
  const sibling = ancestorAt(rows, above, depth);
  return { parent: sibling.parent, index: staying(rows, moving, sibling.parent, sibling.index), gap, depth };
}

/** How many layers of a group stay in it below an index. */
function staying(
  rows: readonly LayerRow[],
  moving: ReadonlySet<string>,
  parent: string | undefined,
  index: number,
): number {
  return rows.filter((row) => row.parent === parent && row.index < index && !moving.has(row.layer.id)).length;
}

function isWhereTheyAre(rows: readonly LayerRow[], moving: ReadonlySet<string>, place: DropTarget): boolean {
  const group = rows.filter((row) => row.parent === place.parent);
  const members = group.filter(({ layer }) => moving.has(layer.id)).map(({ index }) => index);
  return (
    members.length === moving.size &&
    members.every((index) => index >= place.index && index < place.index + moving.size)
  );
}

/** The line itself or the group around it that is at a depth. */
function ancestorAt(rows: readonly LayerRow[], row: LayerRow, depth: number): LayerRow {
  let at = row;
  while (at.depth > depth) at = parentRow(rows, at)!;
  return at;
}

/** What is dragged that takes the line along. */
function carrier(
  rows: readonly LayerRow[],
  row: LayerRow,
  moving: ReadonlySet<string>,
): LayerRow | undefined {
  for (let at: LayerRow | undefined = row; at; at = parentRow(rows, at))
    if (moving.has(at.layer.id)) return at;
  return undefined;
}

function parentRow(rows: readonly LayerRow[], row: LayerRow): LayerRow | undefined {
  return row.parent === undefined ? undefined : rows.find(({ layer }) => layer.id === row.parent);
}
