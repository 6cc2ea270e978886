import type { GeneratorRecipe } from '@koma/core/document';
import { isAbortError } from '@koma/core/errors';
import type { GeneratorOptions } from '@koma/core/plugin';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import type { HistoryLabel, LayerInfo } from '#lib/raster/protocol.ts';
import type { OfferedGenerator } from '#lib/studio/generators.ts';
import { flattenInfos } from '#lib/studio/layer-infos.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import type { GeneratorClient } from './generator-client.ts';
import { redraw } from './redraw.ts';

/** What is drawn anew, and with what. */
export interface Regeneration {
  readonly layer: LayerInfo;
  readonly recipe: GeneratorRecipe;
  readonly offered: OfferedGenerator;
  readonly client: GeneratorClient;
  readonly options: GeneratorOptions;
  readonly label: HistoryLabel;
}

/**
 * Draws a generated picture anew into the document, as one step that can be undone.
 * @param onDrawn called before it enters the document: whoever keeps that busy lets go
 * @returns whether it is there; if not, the person has been told why
 * @throws KomaError; AbortError
 */
export async function regenerate(
  { layer, recipe, offered, client, options, label }: Regeneration,
  signal: AbortSignal,
  onDrawn: () => void = () => {},
): Promise<boolean> {
  const { document, recipe: after } = await redraw(offered, client, recipe, options, i18n.locale, signal);
  onDrawn();
  const painted = flattenInfos(layer.children).filter(({ part }) => part?.painted).length;
  const suffix = i18n.t('generated.paintedName', { name: '' });
  const done = await studio.regenerate(document, { id: layer.id, recipe: after, suffix, label });
  if (done && painted > 0) notices.info(i18n.t('generated.kept', { count: painted }));
  return done;
}

/** {@link regenerate} that tells the person of what fails. */
export async function tryRegenerate(
  what: Regeneration,
  signal: AbortSignal,
  onDrawn?: () => void,
): Promise<boolean> {
  try {
    return await regenerate(what, signal, onDrawn);
  } catch (error) {
    if (isAbortError(error)) notices.info(i18n.t('job.cancelled'));
    else notices.error(error);
    return false;
  }
}
