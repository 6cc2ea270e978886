import { openPage } from './open-page.ts';
import type { Segmenter } from './segmenter.ts';

/** The plugin, with each answer as sharp as it becomes while the hand rests. */
export function komaSegmenter(params: { readonly toneRemoval?: boolean } = {}): Segmenter {
  return {
    async open(image) {
      const page = await openPage(image, params);
      return {
        async update(strokes, edge) {
          if (edge === 'outer') return (await page.commit(strokes)).map((value) => (value > 127 ? 1 : 0));
          await page.update(strokes);
          await page.until('refined');
          return page.labels;
        },
        close: () => page.close(),
      };
    },
  };
}
