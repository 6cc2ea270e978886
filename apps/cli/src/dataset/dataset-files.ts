import { join } from 'node:path';

/** The folders of a data set with one file a picture, by what is in them. */
export const TRUTH_FOLDERS = {
  image: 'images',
  lineArt: 'truth/lineart',
  flats: 'truth/flats',
  shade: 'truth/shade',
  highlight: 'truth/highlight',
  parts: 'truth/parts',
  figure: 'truth/figure',
} as const;

export type TruthKind = keyof typeof TRUTH_FOLDERS;

/** Where a picture's file of a kind is, from the data set's folder, with forward slashes. */
export function truthPath(kind: TruthKind, seed: number): string {
  return `${TRUTH_FOLDERS[kind]}/${seed}.png`;
}

/** Where a picture's file of a kind is. */
export function truthFile(folder: string, kind: TruthKind, seed: number): string {
  return join(folder, TRUTH_FOLDERS[kind], `${seed}.png`);
}
