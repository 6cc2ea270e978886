import { pageHeight, renderPageLayers, type Page } from '@koma/character';
import type { PortableDocument } from '@koma/core/layered';
import { portableGroups } from '../generate/layered-picture.ts';
import { rasterizeSvg } from '../generate/rasterize-svg.ts';

/** A page as a document: the paper, a group a panel with ground, figures and frame, sounds, balloons. */
export function layeredPage(page: Page, width: number, name: string): PortableDocument {
  const groups = renderPageLayers(page, width, rasterizeSvg);
  return { name, width, height: pageHeight(width), dpi: 72, nodes: portableGroups(groups) };
}
