import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { generators } from '#lib/studio/generators.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import { pngKeywords } from './png-keywords.ts';
import { restoreOptions } from './restore-options.ts';
import { workspace } from './workspace.svelte.ts';

/** Of files that have been opened: tells of one that carries the options of a generator, and offers to take them up. */
export async function offerOptions(files: readonly File[]): Promise<void> {
  for (const file of files) {
    const keywords = await pngKeywords(file).catch((): string[] => []);
    const index = generators().findIndex(({ spec }) => spec.keyword && keywords.includes(spec.keyword));
    if (index < 0) continue;
    notices.offer(i18n.t('generate.carries', { name: file.name }), i18n.t('generate.useOptions'), () => {
      workspace.index = index;
      workspace.open = true;
      void restoreOptions([file]);
    });
    return;
  }
}
