import type { Hint, Stroke } from '@koma/core/plugin';
import type { Rect } from '@koma/core/raster';
import { colours } from '#lib/colour/colour-state.svelte.ts';
import { hintsIn, strokesIn, withMark, type Mark } from '#lib/panels/operation-marks.ts';
import type { MarkTaker } from '#lib/tools/mark-taker.ts';
import { operationMarks } from './operation-marks-store.svelte.ts';
import { operationRun } from './operation-run.svelte.ts';
import { placeHint, placeStroke } from './place-marks.ts';
import { pluginTools } from './plugin-tools.svelte.ts';
import { studio } from './studio.svelte.ts';

/** Pixels of the picture, where the manifest names none: a sixtieth of its longer side. */
const RADIUS_SHARE = 1 / 60;

/**
 * What the tool of a plugin collects on the canvas. Operations get it in pixels of the layer's picture, which may be
 * shown at another size and place.
 */
class PluginMarks implements MarkTaker {
  #drawn = $state.raw<Stroke>();

  get collects(): 'strokes' | 'points' | undefined {
    return this.#frames && pluginTools.current?.spec.collects;
  }

  get radius(): number {
    const { layer, picture } = this.#frames ?? {};
    if (!layer || !picture) return 1;
    const pixels = pluginTools.current?.spec.radius ?? Math.max(picture.width, picture.height) * RADIUS_SHARE;
    return (pixels * layer.width) / picture.width;
  }

  get colour(): string {
    return colours.foreground;
  }

  /** All marks, in pixels of the document. */
  strokes = $derived.by<readonly Stroke[]>(() => {
    const { layer, picture } = this.#frames ?? {};
    if (!layer || !picture) return [];
    const strokes = strokesIn(this.#mark).map((stroke) => placeStroke(stroke, picture, layer));
    return this.#drawn ? [...strokes, this.#drawn] : strokes;
  });
  points = $derived.by<readonly Hint[]>(() => {
    const { layer, picture } = this.#frames ?? {};
    return layer && picture ? hintsIn(this.#mark).map((hint) => placeHint(hint, picture, layer)) : [];
  });
  /** How many there are. */
  count = $derived(strokesIn(this.#mark).length + hintsIn(this.#mark).length);

  draw(stroke: Stroke | undefined): void {
    this.#drawn = stroke;
  }

  addStroke(stroke: Stroke): void {
    const { layer, picture } = this.#frames ?? {};
    if (!layer || !picture) return;
    this.#put({ strokes: [...strokesIn(this.#mark), placeStroke(stroke, layer, picture)] });
    this.#added();
  }

  addPoint(point: Hint): void {
    const { layer, picture } = this.#frames ?? {};
    if (!layer || !picture) return;
    this.#put({ hints: [...hintsIn(this.#mark), placeHint(point, layer, picture)] });
    this.#added();
  }

  dropLast(): boolean {
    if (this.count === 0) return false;
    const [strokes, hints] = [strokesIn(this.#mark).slice(0, -1), hintsIn(this.#mark).slice(0, -1)];
    this.#put(strokes.length > 0 ? { strokes } : hints.length > 0 ? { hints } : undefined);
    return true;
  }

  clear(): void {
    this.#put(undefined);
  }

  apply(): void {
    const { operation } = pluginTools;
    if (operation && this.count > 0) void operationRun.run(operation);
  }

  #added(): void {
    if (pluginTools.current?.spec.runs === 'each') void this.#applyEach();
  }

  /** Each mark by itself, on the same layer: its result is not what the next one is for. */
  async #applyEach(): Promise<void> {
    const { operation } = pluginTools;
    const source = studio.selected?.id;
    if (!operation || source === undefined) return;
    await operationRun.run(operation);
    this.clear();
    studio.selectedIds = [source];
  }

  /** The input that is collected. */
  get #input(): string | undefined {
    const { current, operation } = pluginTools;
    const type = current?.spec.collects === 'strokes' ? 'strokes' : 'hints';
    return operation?.spec.inputs.find((input) => input.type === type)?.name;
  }

  get #mark(): Mark | undefined {
    const { operation } = pluginTools;
    return operation && operationMarks.of(operation)[this.#input ?? ''];
  }

  #put(mark: Mark | undefined): void {
    const { operation } = pluginTools;
    const input = this.#input;
    if (operation && input)
      operationMarks.set(operation, withMark(operationMarks.of(operation), input, mark));
  }

  /** Where the layer's picture lies in the document, and its own size. */
  get #frames(): { readonly layer: Rect; readonly picture: Rect } | undefined {
    const layer = studio.selected;
    if (layer?.kind !== 'raster') return undefined;
    const picture = { x: 0, y: 0, width: layer.pixelWidth, height: layer.pixelHeight };
    return { layer: layer.frame, picture };
  }
}

export const pluginMarks = new PluginMarks();
