import { cropLayer, type LayerGroup, type PixelLayer } from '../output/render-layers.ts';
import type { Rasterize } from '../output/rasterize.ts';
import type { Page, PageItem } from './page.ts';
import { pageHeight, pageToSvg } from './page-to-svg.ts';

/** A page as groups of layers from the bottom up: the paper, a group a panel, sounds, balloons. */
export function renderPageLayers(page: Page, width: number, rasterize: Rasterize): LayerGroup[] {
  const height = pageHeight(width);
  const used = new Map<string, number>();
  const groups: { name: string; layers: PixelLayer[] }[] = [];
  const draw = (items: readonly PageItem[], name: string, paper: string | null): PixelLayer | undefined => {
    const svg = pageToSvg({ ...page, items }, { width, paper });
    const kind =
      items[0]?.kind === 'frame' || items[0]?.kind === 'lettering'
        ? 'line'
        : paper === null
          ? 'flat'
          : 'background';
    return cropLayer({ name, kind }, new Uint8ClampedArray(rasterize(svg, width, height)), width, height);
  };
  const paper = draw([], 'Paper', '#ffffff');
  if (paper !== undefined) groups.push({ name: 'Paper', layers: [paper] });
  let last = '';
  for (const item of page.items) {
    const group = groupOf(item);
    if (group !== last) {
      const count = (used.get(group) ?? 0) + 1;
      used.set(group, count);
      groups.push({ name: count === 1 ? group : `${group} (front)`, layers: [] });
      last = group;
    }
    const layer = draw([item], titleOf(item, page), null);
    if (layer !== undefined) groups.at(-1)!.layers.push(layer);
  }
  return groups.filter(({ layers }) => layers.length > 0);
}

function groupOf({ kind, panel }: PageItem): string {
  if (kind === 'sound') return 'Sounds';
  return kind === 'balloon' || kind === 'lettering' ? 'Balloons' : `Panel ${panel + 1}`;
}

function titleOf({ kind, panel, subject }: PageItem, { plan, figures, balloons, sounds }: Page): string {
  switch (kind) {
    case 'ground':
      return 'Background';
    case 'frame':
      return 'Frame';
    case 'mark':
      return 'Sign';
    case 'sound':
      return sounds.find((sound) => sound.panel === panel)?.text ?? 'Sound';
    case 'balloon':
      return `Balloon ${(subject ?? 0) + 1}`;
    case 'lettering':
      return balloons[subject ?? 0]?.text ?? 'Text';
    case 'figure': {
      const figure = figures[subject ?? 0];
      const cast = figure === undefined ? undefined : plan.panels[figure.panel]?.figures[figure.index]?.cast;
      return plan.cast[cast ?? 0]?.name ?? 'Figure';
    }
  }
}
