import type { GeneratorRecipe } from '@koma/core/document';
import { isAbortError } from '@koma/core/errors';
import type { GeneratorOptions, Joint } from '@koma/core/plugin';
import type { RasterImage, Rect } from '@koma/core/raster';
import * as Comlink from 'comlink';
import type { LayerInfo } from '#lib/raster/protocol.ts';
import { backend } from '#lib/studio/backend.svelte.ts';
import type { OfferedGenerator } from '#lib/studio/generators.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import { latest } from '#lib/ui/latest.ts';
import type { CanvasFigure } from '#lib/viewport/overlay-shapes.ts';
import { LOOKS } from './generated-form.ts';
import { GeneratorClient } from './generator-client.ts';
import { sameOptions } from './history-entry.ts';
import { placeOfShape, sizeFor } from './redraw.ts';
import { regenerate } from './regenerate.ts';
import { advance, amend, EMPTY_TRAIL, present, step, type Trail } from '#lib/ui/trail.ts';

/** Pixels of the longer side of what is shown while a joint is dragged, and once it rests. */
const DRAG_SIZE = 320;
const REST_SIZE = 1024;
/** Poses that undo remembers while one is being set. */
const TRAIL_LIMIT = 100;

/** What is being posed. */
interface Posed {
  readonly offered: OfferedGenerator;
  readonly client: GeneratorClient;
  readonly layer: LayerInfo;
  readonly recipe: GeneratorRecipe;
}

/**
 * A generated figure that is posed where it stands on the canvas. Until that is applied the document stays as it is: its
 * layers are left out of what is shown, and a preview stands in for them.
 */
class CanvasPose {
  posed = $state.raw<Posed>();
  #trail = $state.raw<Trail<GeneratorOptions>>(EMPTY_TRAIL);
  /** Fractions of the picture. */
  #joints = $state.raw<readonly Joint[]>([]);
  /** Where the picture with these joints lies. */
  #place = $state.raw<Rect>({ x: 0, y: 0, width: 1, height: 1 });
  /** The joint that the keyboard is on. */
  focused = $state<string>();
  applying = $state(false);
  canUndo = $derived(this.#trail.at > 0);
  #work = new AbortController();
  /** Whether the joint at hand has moved since it was taken. */
  #dragging = false;
  #isPreviewed = false;

  /** The joints in pixels of the document, for the overlay; undefined while nothing is posed. */
  figure = $derived.by<CanvasFigure | undefined>(() => {
    if (!this.posed || this.#joints.length === 0) return undefined;
    const { x, y, width, height } = this.#place;
    const joints = this.#joints.map((joint) => ({
      name: joint.name,
      ...(joint.parent === undefined ? {} : { parent: joint.parent }),
      movable: joint.movable && !this.applying,
      x: x + joint.x * width,
      y: y + joint.y * height,
    }));
    return { joints, ...(this.focused === undefined ? {} : { focused: this.focused }) };
  });

  get joints(): readonly Joint[] {
    return this.#joints;
  }

  /** Starts with a layer or group that a generator made; what fails is told to the person. */
  async start(layer: LayerInfo, recipe: GeneratorRecipe, offered: OfferedGenerator): Promise<void> {
    if (this.posed || studio.busy) return;
    const client = new GeneratorClient(offered.spec, () => backend.host(offered.plugin));
    const { options, place } = recipe;
    studio.posing = layer.id;
    studio.comparing = false;
    this.posed = { offered, client, layer, recipe };
    this.#trail = advance(EMPTY_TRAIL, options, TRAIL_LIMIT);
    this.#place = place;
    this.#work = new AbortController();
    const { signal } = this.#work;
    try {
      const joints = await client.ask('joints', { options }, { signal });
      if (!signal.aborted) this.#joints = joints;
    } catch (error) {
      if (!isAbortError(error)) notices.error(error);
      if (!signal.aborted) this.#end();
    }
  }

  /** Moves a joint as near to a place of the document as limbs reach; of places that come faster than that, the last. */
  readonly move = latest(async (to: { joint: string; x: number; y: number }) => {
    const { posed } = this;
    const options = present(this.#trail);
    if (!posed || !options || this.applying) return;
    const { signal } = this.#work;
    const { x, y, width, height } = this.#place;
    const [fx, fy] = [(to.x - x) / width, (to.y - y) / height];
    try {
      const request = { options, joint: to.joint, x: fx, y: fy };
      const moved = await posed.client.ask('moveJoint', request, { signal });
      if (signal.aborted) return;
      const isSameDrag = this.#dragging;
      this.#dragging = true;
      this.#trail = isSameDrag ? amend(this.#trail, moved) : advance(this.#trail, moved, TRAIL_LIMIT);
      await this.#show(DRAG_SIZE);
    } catch (error) {
      if (!isAbortError(error)) notices.error(error);
    }
  });

  /** A joint was let go: the pose is shown in full. */
  async rest(): Promise<void> {
    if (!this.posed) return;
    // A last place may still be worked on.
    await this.#moved();
    this.#dragging = false;
    if (this.posed && !this.applying) await this.#showSoon(REST_SIZE);
  }

  /** Moves a joint by fractions of the picture, as the arrow keys do. */
  nudge(name: string, dx: number, dy: number): void {
    const joint = this.#joints.find((each) => each.name === name);
    if (!joint) return;
    const { x, y, width, height } = this.#place;
    this.#last = this.move({
      joint: name,
      x: x + (joint.x + dx) * width,
      y: y + (joint.y + dy) * height,
    });
    void this.rest();
  }

  /** Called by the overlay while a joint is dragged, pixels of the document. */
  drag(joint: string, x: number, y: number): void {
    this.#last = this.move({ joint, x, y });
  }

  /** Takes the last moved joint back. */
  undo(): void {
    if (!this.posed || this.applying || !this.canUndo) return;
    this.#trail = step(this.#trail, -1);
    void this.#showSoon(REST_SIZE);
  }

  /** Draws the figure in the new pose into the document, as one step. */
  async apply(): Promise<void> {
    const { posed } = this;
    if (!posed || this.applying) return;
    await this.#moved();
    const options = present(this.#trail);
    if (this.posed !== posed || !options || sameOptions(options, posed.recipe.options)) return this.cancel();
    this.applying = true;
    try {
      await regenerate({ ...posed, options, label: 'history.pose' }, this.#work.signal, () => {
        studio.posing = undefined;
      });
      this.#end();
    } catch (error) {
      if (isAbortError(error)) return;
      notices.error(error);
      // The pose is still there, to be tried again or given up.
      studio.posing = posed.layer.id;
    } finally {
      this.applying = false;
    }
  }

  /** Leaves the document as it was. */
  cancel(): void {
    if (!this.posed) return;
    this.#work.abort();
    this.#end();
  }

  #last: Promise<void> = Promise.resolve();

  async #moved(): Promise<void> {
    await this.#last;
  }

  readonly #showSoon = latest(async (size: number) => {
    try {
      await this.#show(size);
    } catch (error) {
      if (!isAbortError(error)) notices.error(error);
    }
  });

  /** Shows the present pose at the figure's place. @throws KomaError; AbortError */
  async #show(size: number): Promise<void> {
    const { posed } = this;
    const options = present(this.#trail);
    if (!posed || !options) return;
    const { offered, client, recipe, layer } = posed;
    const { signal } = this.#work;
    this.#joints = await client.ask('joints', { options }, { signal });
    const request = { options, size: Math.min(size, sizeFor(offered, recipe.place)), look: LOOKS[recipe.as] };
    const image = await client.ask('draw', request, { signal });
    if (signal.aborted || present(this.#trail) !== options) return;
    this.#place = placeOfShape(recipe.place, image);
    this.#preview(image, layer.id);
  }

  #preview(image: RasterImage, layerId: string): void {
    const { width, height, data } = image;
    const piece = { frame: this.#place, x: 0, y: 0, width, height, outputWidth: width, outputHeight: height };
    const isFirst = !this.#isPreviewed;
    this.#isPreviewed = true;
    // Both are on their way before anything else can be: whatever takes them back comes after them.
    void studio.call((raster) => {
      const shown = raster.preview(Comlink.transfer({ ...piece, data }, [data.buffer]));
      return Promise.all([shown, isFirst ? raster.leaveOut(layerId) : undefined]);
    });
  }

  #end(): void {
    this.posed = undefined;
    this.focused = undefined;
    this.#joints = [];
    this.#trail = EMPTY_TRAIL;
    this.#dragging = false;
    studio.posing = undefined;
    if (!this.#isPreviewed) return;
    this.#isPreviewed = false;
    void studio.call(async (raster) => {
      await raster.leaveOut(undefined);
      await raster.preview(undefined);
    });
  }
}

export const canvasPose = new CanvasPose();
