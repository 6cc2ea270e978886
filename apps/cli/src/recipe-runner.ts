import type { Recipe } from '@koma/core/document';
import { KomaError } from '@koma/core/errors';
import {
  findOperation,
  imageOutput,
  maskOutput,
  type MaskOutput,
  type OperationInputs,
  type OperationListener,
  type OperationOutputs,
  type OperationSpec,
} from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import type { CliPlugin, Command, Runner, RunnerRequest } from './cli-plugin.ts';
import { firstOutput } from './first-output.ts';

/** How recipes are run. */
export interface RecipeRunnerOptions extends RunnerRequest {
  /** Takes the place of the recipes' own seeds; undefined to keep those. */
  readonly seed: number | undefined;
  /** Takes what plugins do by the way. */
  readonly note: (sentence: string) => void;
}

/** Runs recipes by the plugins that are here, one at a time. Keeps a plugin's runner until disposed of. */
export class RecipeRunner {
  readonly #commands: readonly Command[];
  readonly #options: RecipeRunnerOptions;
  readonly #runners = new Map<CliPlugin, Runner>();

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

  /** The picture that a recipe makes. @throws KomaError */
  async run(recipe: Recipe, inputs: OperationInputs, listener: OperationListener): Promise<RasterImage> {
    const output = firstOutput(this.#spec(recipe), 'image');
    return imageOutput(await this.#run(recipe, inputs, listener, output), output);
  }

  /** The mask that a recipe makes. @throws KomaError */
  async runMask(recipe: Recipe, inputs: OperationInputs, listener: OperationListener): Promise<MaskOutput> {
    const output = firstOutput(this.#spec(recipe), 'mask');
    return maskOutput(await this.#run(recipe, inputs, listener, output), output);
  }

  async #run(
    recipe: Recipe,
    inputs: OperationInputs,
    listener: OperationListener,
    output: string,
  ): Promise<OperationOutputs> {
    const plugin = this.#plugin(recipe.plugin);
    const runner = this.#runners.get(plugin) ?? (await plugin.start(this.#options, this.#options.note));
    this.#runners.set(plugin, runner);
    const spec = this.#spec(recipe);
    const seed = this.#options.seed ?? recipe.seed;
    const takesSeed = seed !== undefined && spec.params.some(({ id }) => id === 'seed');
    const params = takesSeed ? { ...recipe.params, seed } : recipe.params;
    return runner.run(recipe.operation, inputs, params, listener, new AbortController().signal, [output]);
  }

  async dispose(): Promise<void> {
    for (const runner of this.#runners.values()) await runner.dispose();
  }

  #spec({ plugin, operation }: Recipe): OperationSpec {
    return findOperation(this.#plugin(plugin).manifest, operation);
  }

  #plugin(id: string): CliPlugin {
    const found = this.#commands.find(({ plugin }) => plugin.manifest.id === id);
    if (found) return found.plugin;
    const message = `A layer was made by the plugin "${id}", which is not installed.`;
    throw new KomaError('PLUGIN_MISSING', message, { plugin: id });
  }
}
