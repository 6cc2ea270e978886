import type { Recipe } from '@koma/core/document';
import { KomaError } from '@koma/core/errors';
import {
  findOperation,
  imageOutput,
  type OperationInputs,
  type OperationListener,
  type OperationRunner,
} from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import type { BuiltinPlugin, Command } from './builtin-plugins.ts';
import { firstOutput } from './first-output.ts';
import { startRunner, type RunnerRequest } from './start-runner.ts';

/** How recipes are run. */
export interface RecipeRunnerOptions extends RunnerRequest {
  /** Takes the place of the recipes' own seeds; undefined to keep those. */
  readonly seed: number | undefined;
}

/** Runs recipes by the plugins that are here, one at a time. Keeps a plugin's runner until disposed of. */
export class RecipeRunner {
  readonly #commands: readonly Command[];
  readonly #options: RecipeRunnerOptions;
  readonly #runners = new Map<BuiltinPlugin, OperationRunner>();

  constructor(commands: readonly Command[], options: RecipeRunnerOptions) {
    this.#commands = commands;
    this.#options = options;
  }

  /**
   * Finds out, before any is run, whether a recipe can be.
   * @returns a sentence where another version of the plugin made the layer
   * @throws KomaError `PLUGIN_MISSING` or `PLUGIN_FAILED`
   */
  check({ plugin, pluginVersion, operation }: Recipe): string | undefined {
    const { manifest } = this.#plugin(plugin);
    findOperation(manifest, operation);
    if (pluginVersion === manifest.version) return undefined;
    return `A layer was made by ${plugin} ${pluginVersion}; this is ${manifest.version}, so it may come out differently.`;
  }

  /** @throws KomaError */
  async run(recipe: Recipe, inputs: OperationInputs, listener: OperationListener): Promise<RasterImage> {
    const plugin = this.#plugin(recipe.plugin);
    const runner = this.#runners.get(plugin) ?? (await startRunner(plugin, this.#options));
    this.#runners.set(plugin, runner);
    const spec = findOperation(plugin.manifest, recipe.operation);
    const seed = this.#options.seed ?? recipe.seed;
    const takesSeed = seed !== undefined && spec.params.some(({ id }) => id === 'seed');
    const params = takesSeed ? { ...recipe.params, seed } : recipe.params;
    const output = firstOutput(spec, 'image');
    const outputs = await runner.run(
      recipe.operation,
      inputs,
      params,
      listener,
      new AbortController().signal,
      [output],
    );
    return imageOutput(outputs, output);
  }

  async dispose(): Promise<void> {
    for (const runner of this.#runners.values()) await runner.dispose();
  }

  #plugin(id: string): BuiltinPlugin {
    const found = this.#commands.find(({ plugin }) => plugin.manifest.id === id);
    if (found) return found.plugin;
    const message = `A layer was made by the plugin "${id}", which is not installed.`;
    throw new KomaError('PLUGIN_MISSING', message, { plugin: id });
  }
}
