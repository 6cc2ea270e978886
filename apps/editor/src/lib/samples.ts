import mangaUrl from '../../../../samples/manga.png?url';
import panelUrl from '../../../../samples/panel.jpg?url';
import stickerUrl from '../../../../samples/sticker.png?url';

/** A picture of our own making, to try things with. */
export interface Sample {
  readonly id: 'panel' | 'manga' | 'sticker';
  readonly url: string;
  readonly fileName: string;
}

export const SAMPLES: readonly Sample[] = [
  { id: 'panel', url: panelUrl, fileName: 'panel.jpg' },
  { id: 'manga', url: mangaUrl, fileName: 'manga.png' },
  { id: 'sticker', url: stickerUrl, fileName: 'sticker.png' },
];
