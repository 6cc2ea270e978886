import type { CutRecipe } from '@koma/core/document';
import type { OperationOutputs, ParamValue, Stroke } from '@koma/core/plugin';
import { strokeNames } from '@koma/core/plugin';
import * as Comlink from 'comlink';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import type { CutSource } from '#lib/raster/protocol.ts';
import { findInfo } from '#lib/studio/layer-infos.ts';
import type { OfferedOperation } from '#lib/studio/operations.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import { buffersOfCut, planCut, type CutAim, type CutNames } from './cut-plan.ts';

/** What was asked, and of which picture. */
export interface AskedCut {
  readonly operation: OfferedOperation;
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly strokes: readonly Stroke[];
  readonly source: CutSource;
}

/**
 * Puts the plugin's answer into the document, as one step.
 * @param outputs given away
 * @returns the layers to select then; none where the choice of layers stays
 * @throws KomaError
 */
export async function applyCut(
  aim: CutAim,
  asked: AskedCut,
  outputs: OperationOutputs,
): Promise<readonly string[]> {
  const { strokes, source } = asked;
  const call = planCut(aim, outputs, strokeNames(strokes), recipeOf(asked), titlesOf(source));
  const buffers = buffersOfCut(call);
  const raster = await studio.raster;
  switch (call.type) {
    case 'selectMask':
      await raster.selectMask(Comlink.transfer(call.mask, buffers), call.mode, call.made);
      return [];
    case 'placeCut':
      return raster.placeCut(Comlink.transfer(call.cut, buffers));
    case 'updateCut':
      await raster.updateCut(Comlink.transfer(call.cut, buffers));
      return [];
  }
}

function recipeOf({ operation: { plugin, spec }, params, strokes }: AskedCut): CutRecipe {
  const { id, version } = plugin;
  return { plugin: id, pluginVersion: version, operation: spec.id, params, strokes: { strokes } };
}

function titlesOf(source: CutSource): CutNames {
  const layer = source.type === 'layer' ? findInfo(studio.document?.layers ?? [], source.id) : undefined;
  const piece = i18n.t('segment.piece');
  return {
    piece: layer ? `${layer.name} · ${piece}` : piece,
    subject: i18n.t('segment.subject'),
    group: i18n.t('segment.group'),
    rest: i18n.t('segment.rest'),
    below: i18n.t('segment.below'),
  };
}
