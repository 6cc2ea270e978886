import { readFileSync } from 'node:fs';

/** x, y, width and height in pixels. */
export type ReferenceBox = readonly number[];

/** What others find in one of the benchmark's pictures. */
export interface ReferencePicture {
  /** Of the pixels that they looked at. */
  readonly name: string;
  readonly opencv: readonly ReferenceBox[];
  readonly prototype: readonly ReferenceBox[];
}

/** The committed answers of other evaluations of the cascade; `write-reference-boxes.ts` makes them. */
export interface ReferenceBoxes {
  /** SHA-256 of the XML file. */
  readonly cascade: string;
  /** The version of OpenCV. */
  readonly opencv: string;
  readonly pictures: readonly ReferencePicture[];
}

/** Where they lie: lines of a picture's name, OpenCV's boxes and the prototype's, with tabs between. */
export const REFERENCE_FILE = new URL('./reference-boxes.tsv', import.meta.url);

/** The text of {@link REFERENCE_FILE}; its first two lines say where the boxes come from. */
export function formatReferenceBoxes({ cascade, opencv, pictures }: ReferenceBoxes): string {
  const listOf = (boxes: readonly ReferenceBox[]): string => boxes.map((box) => box.join(',')).join(' ');
  const lines = pictures.map((picture) =>
    [picture.name, listOf(picture.opencv), listOf(picture.prototype)].join('\t'),
  );
  return [`lbpcascade_animeface.xml\t${cascade}`, `OpenCV\t${opencv}`, ...lines, ''].join('\n');
}

export function readReferenceBoxes(): ReferenceBoxes {
  const [cascade, opencv, ...pictures] = readFileSync(REFERENCE_FILE, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  const boxesOf = (list: string): ReferenceBox[] =>
    list === '' ? [] : list.split(' ').map((box) => box.split(',').map(Number));
  return {
    cascade: cascade![1]!,
    opencv: opencv![1]!,
    pictures: pictures.map(([name, opencv, prototype]) => ({
      name: name!,
      opencv: boxesOf(opencv!),
      prototype: boxesOf(prototype!),
    })),
  };
}
