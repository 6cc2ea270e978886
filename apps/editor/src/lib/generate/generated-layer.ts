import type { GeneratorRecipe } from '@koma/core/document';
import { KomaError } from '@koma/core/errors';
import { areOptions } from '@koma/core/plugin';
import type { LayerInfo } from '#lib/raster/protocol.ts';
import { backend } from '#lib/studio/backend.svelte.ts';
import { generatorOf, generators, type OfferedGenerator } from '#lib/studio/generators.ts';
import { findInfo, flattenInfos, generatedAround } from '#lib/studio/layer-infos.ts';
import { Job } from '#lib/studio/job.svelte.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import { canvasPose } from './canvas-pose.svelte.ts';
import { GeneratorClient } from './generator-client.ts';
import { tryRegenerate } from './regenerate.ts';
import { workspace } from './workspace.svelte.ts';

/** A generated group or layer of the document with its recipe. */
export interface GeneratedLayer {
  readonly layer: LayerInfo;
  readonly recipe: GeneratorRecipe;
}

/** The generated picture that the active layer is or is part of. Reactive. */
export function activeGenerated(): GeneratedLayer | undefined {
  const layer = generatedAround(studio.document?.layers ?? [], studio.selected?.id);
  return layer?.generated && { layer, recipe: layer.generated };
}

/** Whether the figure of a generated picture can be posed where it stands. */
export function canPose({ recipe }: GeneratedLayer): boolean {
  return generators()[generatorOf(recipe)]?.spec.widgets.includes('joints') ?? false;
}

/** Lets the joints be dragged on the canvas. */
export function poseOnCanvas({ layer, recipe }: GeneratedLayer): void {
  const offered = offeredFor({ layer, recipe });
  if (offered) void canvasPose.start(layer, recipe, offered);
}

/** Draws it again as its recipe says: with a newer version of the generator, or over what was changed. */
export async function drawAgain({ layer, recipe }: GeneratedLayer): Promise<void> {
  const offered = offeredFor({ layer, recipe });
  if (!offered || studio.busy) return;
  const client = new GeneratorClient(offered.spec, () => backend.host(offered.plugin));
  const job = new Job('history.regenerate', recipe.place);
  // Nothing else may change the document meanwhile; putting the layers in is no part of that.
  studio.job = job;
  try {
    const { options } = recipe;
    const label = 'history.regenerate';
    await tryRegenerate({ layer, recipe, offered, client, options, label }, job.signal, () => {
      studio.job = undefined;
    });
  } finally {
    studio.job = undefined;
  }
}

/** Opens the workspace with the options of a generated picture, which it can update. */
export async function editGenerated({ layer, recipe }: GeneratedLayer): Promise<void> {
  const offered = offeredFor({ layer, recipe });
  if (!offered) return;
  try {
    const { benchOf } = await import('./bench-of.ts');
    const index = generatorOf(recipe);
    workspace.index = index;
    workspace.target = layer.id;
    benchOf(index).session.choose(recipe.options, { origin: 'canvas', parents: [] });
    workspace.open = true;
  } catch (error) {
    const message = 'A part of Koma could not be loaded. Check the connection and try again.';
    notices.error(new KomaError('PROGRAM_INCOMPLETE', message, {}, { cause: error }));
  }
}

/** The generator that a picture needs, if it is there and the picture may be changed; if not, the person is told why. */
function offeredFor({ layer, recipe }: GeneratedLayer): OfferedGenerator | undefined {
  const { plugin, generator, options } = recipe;
  const around = studio.layers.filter((other) => findInfo([other], layer.id));
  const parts = flattenInfos(layer.children).filter(({ part }) => part && !part.painted);
  const locked = [...around, ...parts].find((other) => other.locked);
  if (locked) {
    const { name } = locked;
    notices.error(new KomaError('LAYER_LOCKED', `"${name}" is locked. Unlock it to change it.`, { name }));
    return undefined;
  }
  const offered = generators()[generatorOf({ plugin, generator })];
  if (!offered)
    notices.error(new KomaError('PLUGIN_MISSING', `The plugin "${plugin}" is not installed.`, { plugin }));
  else if (!areOptions(offered.spec, options)) {
    const reason = 'They are not complete, or the installed version of the generator does not know them.';
    notices.error(new KomaError('OPTIONS_INVALID', `These settings cannot be used. ${reason}`, { reason }));
  } else return offered;
  return undefined;
}
