import { join } from 'node:path';
import {
  composePage,
  labelPage,
  pageHeight,
  pageToSvg,
  pageTruth,
  planPage,
  type Page,
  type PageTruth,
} from '@koma/character';
import { encodeDocument } from '../encode-document.ts';
import { rasterizeSvg } from '../generate/rasterize-svg.ts';
import { replaceFile } from '../replace-file.ts';
import { encodeGrey } from './encode-grey.ts';
import { layeredPage } from './layered-page.ts';

/** What is written of a page. */
export interface PageFiles {
  /** Pixels. */
  readonly width: number;
  readonly truth: boolean;
  readonly layers: 'psd' | 'ora' | undefined;
}

/**
 * Draws a page and writes `BASE.png`, with truth `BASE.json` and the pictures in the folder `BASE`, and the
 * layered file.
 * @param note told what the layered file cannot hold
 * @param progress told how far it is, 0-1
 */
export async function writePage(
  seed: number,
  base: string,
  { width, truth, layers }: PageFiles,
  note: (sentence: string) => void,
  progress: (fraction: number) => void,
): Promise<void> {
  const page = composePage(planPage(seed));
  const height = pageHeight(width);
  if (truth) await writeTruth(page, base, width);
  progress(0.4);
  if (layers !== undefined)
    await replaceFile(
      `${base}.${layers}`,
      await encodeDocument(layeredPage(page, width, String(seed)), layers, note),
    );
  progress(0.9);
  // Last, so that a page that is there has everything.
  const rgba = rasterizeSvg(pageToSvg(page, { width }), width, height);
  const grey = Uint8Array.from({ length: width * height }, (_, i) => rgba[i * 4]!);
  await replaceFile(`${base}.png`, await encodeGrey(grey, width, height));
}

async function writeTruth(page: Page, base: string, width: number): Promise<void> {
  const truth = pageTruth(page, width, rasterizeSvg);
  for (const [name, plane] of truthFiles(truth))
    await replaceFile(join(base, `${name}.png`), await encodeGrey(plane, truth.width, truth.height));
  await replaceFile(
    `${base}.json`,
    new TextEncoder().encode(`${JSON.stringify(labelPage(page, width, truth))}\n`),
  );
}

/** The pictures of the truth by the names of their files; those of lists have the index in the label. */
function truthFiles(truth: PageTruth): [string, Uint8Array][] {
  const { lineArt, tones, blacks, lettering, panels, figures, balloons } = truth;
  const numbered = (name: string, masks: readonly Uint8Array[]): [string, Uint8Array][] =>
    masks.map((mask, index) => [`${name}-${String(index).padStart(2, '0')}`, mask]);
  return [
    ['line-art', lineArt],
    ['tones', tones],
    ['blacks', blacks],
    ['lettering', lettering],
    ...numbered('panel', panels),
    ...numbered('figure', figures),
    ...numbered('balloon', balloons),
  ];
}
