import type { Drawing, Part, PartName } from '../drawing/drawing.ts';
import { pathBounds } from '../output/path-bounds.ts';
import { pictureHeight } from '../output/rasterize.ts';
import { partClasses } from '../output/truth-painters.ts';
import type { Character } from '../parameters/catalogue.ts';
import { characterTags } from './character-tags.ts';
import { keyPointParts } from './key-points.ts';

/** The version of the label format; docs/character-labels.md describes it. */
export const LABEL_VERSION = 1;

/** 0 outside the picture, 1 hidden by another part, 2 seen; as COCO has it. */
export type Visibility = 0 | 1 | 2;

/** What is known of a picture, as JSON. Lengths are pixels, x to the right, y down. */
export interface CharacterLabel {
  readonly version: typeof LABEL_VERSION;
  readonly seed: number;
  readonly width: number;
  readonly height: number;
  /** Every attribute of the catalogue by name. */
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly tags: readonly string[];
  /** x, y, width and height of the box around the skin of the face, hair over it included. */
  readonly face: readonly [x: number, y: number, width: number, height: number] | null;
  readonly keyPoints: Readonly<Record<string, readonly [x: number, y: number, visibility: Visibility]>>;
  /** From the back to the front. */
  readonly parts: readonly { readonly name: PartName; readonly side?: 'left' | 'right' }[];
}

/**
 * The label of a picture of a character.
 *
 * @param width Of the picture in pixels.
 * @param partMap One byte a pixel, as `truthPictures` gives it, to tell which key points are hidden;
 *   without it all inside the picture count as seen.
 */
export function labelCharacter(
  character: Character,
  drawing: Drawing,
  width: number,
  partMap?: Uint8Array,
): CharacterLabel {
  const { seed, ...attributes } = character;
  const height = pictureHeight(drawing, width);
  const scale = width / drawing.width;
  const keyPoints = Object.fromEntries(
    Object.entries(drawing.keyPoints).map(([name, [x, y]]) => {
      const at = [tenth(x * scale), tenth(y * scale)] as const;
      return [name, [...at, visibility(name, at, width, height, partMap)] as const];
    }),
  );
  return {
    version: LABEL_VERSION,
    seed,
    width,
    height,
    attributes,
    tags: characterTags(character),
    face: faceBox(drawing.parts, scale),
    keyPoints,
    parts: drawing.parts.map(({ name, side }) => (side ? { name, side } : { name })),
  };
}

function visibility(
  name: string,
  [x, y]: readonly [number, number],
  width: number,
  height: number,
  partMap: Uint8Array | undefined,
): Visibility {
  if (!(x >= 0 && x < width && y >= 0 && y < height)) return 0;
  const own = keyPointParts[name];
  if (partMap === undefined || own === undefined) return 2;
  // Points on an outline may lie a pixel outside of it.
  for (let dy = -1; dy <= 1; dy++)
    for (let dx = -1; dx <= 1; dx++) {
      const [px, py] = [Math.floor(x) + dx, Math.floor(y) + dy];
      if (px < 0 || px >= width || py < 0 || py >= height) continue;
      const seen = partClasses[partMap[py * width + px]!];
      if (seen !== undefined && own.includes(seen)) return 2;
    }
  return 1;
}

function faceBox(parts: readonly Part[], scale: number): CharacterLabel['face'] {
  const skin = parts.find(({ name }) => name === 'face')?.shapes.find(({ role }) => role === 'flat');
  const bounds = skin && pathBounds(skin.path);
  if (!bounds) return null;
  const { left, top, right, bottom } = bounds;
  return [
    tenth(left * scale),
    tenth(top * scale),
    tenth((right - left) * scale),
    tenth((bottom - top) * scale),
  ];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
