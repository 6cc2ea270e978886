/** A size of paper or screen to start from. Pixels, pixels per inch. */
export interface DocumentPreset {
  readonly id: 'b4' | 'b4-mono' | 'a4' | 'webtoon' | 'square' | 'hd';
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

/**
 * B4 is what manga is drawn on in Japan (257 x 364 mm): 600 dpi for line work and screentone in print,
 * 350 dpi in colour. Webtoons are 800 px wide and drawn at twice that.
 */
export const DOCUMENT_PRESETS: readonly DocumentPreset[] = [
  { id: 'b4', width: 3541, height: 5016, dpi: 350 },
  { id: 'b4-mono', width: 6071, height: 8598, dpi: 600 },
  { id: 'a4', width: 2894, height: 4093, dpi: 350 },
  { id: 'webtoon', width: 1600, height: 5120, dpi: 144 },
  { id: 'square', width: 2048, height: 2048, dpi: 144 },
  { id: 'hd', width: 1920, height: 1080, dpi: 72 },
];

/** Longest side of a new document: canvases and files of other programs end about here. */
export const MAX_DOCUMENT_SIDE = 30_000;

/** Most pixels of a new document: the same as may be opened. */
export const MAX_DOCUMENT_PIXELS = 64_000_000;
