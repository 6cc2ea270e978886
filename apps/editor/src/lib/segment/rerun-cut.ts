import { isAbortError } from '@koma/core/errors';
import type { InputValue } from '@koma/core/plugin';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { backend } from '#lib/studio/backend.svelte.ts';
import { cutOperation } from '#lib/studio/cut-operation.ts';
import { formatSeconds } from '#lib/studio/format-time.ts';
import { Job } from '#lib/studio/job.svelte.ts';
import { findInfo } from '#lib/studio/layer-infos.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import { applyCut } from './apply-cut.ts';
import { cutPicture, tellMissing } from './cut-picture.ts';
import { outputsFor, type CutAim } from './cut-plan.ts';
import { leadingRecipe, readCutRecipe, relativesOf } from './cut-recipe.ts';

/**
 * Cuts out again what a layer or its mask shows, by the same strokes over the picture as it is now; all that came
 * out of these strokes changes with it, as one step. How it ended is told to the person.
 */
export async function rerunCut(layerId: string, plane: 'pixels' | 'mask'): Promise<void> {
  const { document } = studio;
  const operation = cutOperation();
  if (!document || !operation || studio.busy) return;
  const { layers } = document;
  const layer = findInfo(layers, layerId);
  const recipe = leadingRecipe(layers, plane === 'mask' ? layer?.mask?.recipe : layer?.recipe);
  const start = readCutRecipe(recipe, operation.plugin.id);
  if (!recipe || !start) return;
  const { plugin, spec } = operation;
  const { strokes, source } = start;
  const aim: CutAim = { kind: 'update', relatives: relativesOf(layers, recipe) };
  // Which of several areas a layer shows is that layer's; all of them are asked for.
  const { only: _only, ...params } = recipe.params;
  const job = new Job(spec.title, { x: 0, y: 0, width: document.width, height: document.height });
  studio.job = job;
  try {
    const inputs: Record<string, InputValue> = {};
    for (const { name, type } of spec.inputs)
      inputs[name] = type === 'strokes' ? strokes : { image: await cutPicture(source) };
    const outputs = await backend.host(plugin).run(spec.id, inputs, params, {
      signal: job.signal,
      onProgress: (fraction, label) => job.progress(fraction, label),
      outputs: outputsFor(aim),
    });
    await applyCut(aim, { operation, params, strokes: strokes.strokes, source }, outputs);
    const [title, time] = [i18n.text(spec.title), formatSeconds(job.seconds)];
    notices.info(i18n.t('job.done', { title, time }));
  } catch (error) {
    if (isAbortError(error)) notices.info(i18n.t('job.cancelled'));
    else notices.error(tellMissing(error, layer?.name ?? ''));
  } finally {
    studio.job = undefined;
  }
}
