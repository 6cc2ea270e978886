import type { PageImage } from '@koma/lineart';
import type { Stroke } from '@koma/core/plugin';
import type { TestPanel } from './pages/test-page.ts';

/** What the bench measures: something that cuts figures out of a page by strokes. */
export interface Segmenter {
  open(image: PageImage): Promise<SegmenterSession>;
}

/** A page that is ready for strokes at full quality. */
export interface SegmenterSession {
  /**
   * @param strokes all of them, labelled `fg` and `bg`
   * @param edge where the figure is to end: in the middle of its outline, or with it
   * @returns one byte a pixel of the page, 1 = figure; the caller's to read until the next call
   */
  update(strokes: readonly Stroke[], edge: TestPanel['edge']): Promise<Uint8Array>;
  close(): void;
}
