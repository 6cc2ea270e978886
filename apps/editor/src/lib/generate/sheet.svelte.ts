import type { GeneratorOptions, LocalizedText } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { notices } from '#lib/studio/notices.svelte.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { sameOptions } from './history-entry.ts';

/** A picture put aside for a page of several. */
export interface SheetItem {
  readonly id: string;
  readonly options: GeneratorOptions;
  /** As it was seen; the page gets it anew, in full. */
  readonly image: RasterImage;
  readonly caption?: LocalizedText | undefined;
}

/** More pictures on a page would be too small, and too much for memory. */
const LIMIT = 24;

/** The pictures of the page that somebody is putting together. */
export class Sheet {
  items = $state.raw<readonly SheetItem[]>([]);

  add(item: Omit<SheetItem, 'id'>): void {
    if (this.items.some(({ options }) => sameOptions(options, item.options))) {
      notices.info(i18n.t('generate.sheetTwice'));
      return;
    }
    if (this.items.length >= LIMIT) {
      notices.info(i18n.t('generate.sheetFull', { limit: LIMIT }));
      return;
    }
    this.items = [...this.items, { ...item, id: crypto.randomUUID() }];
  }

  remove(id: string): void {
    this.items = this.items.filter((item) => item.id !== id);
  }

  clear(): void {
    this.items = [];
  }
}
