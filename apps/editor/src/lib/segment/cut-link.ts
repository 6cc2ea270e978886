import type { OperationOutputs, ParamValue, PluginSession, SessionUpdate, Stroke } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { backend } from '#lib/studio/backend.svelte.ts';
import type { OfferedOperation } from '#lib/studio/operations.ts';

type Params = Readonly<Record<string, ParamValue>>;

export interface CutLinkEvents {
  /** An answer, to strokes or a better one that came by itself. */
  update(update: SessionUpdate): void;
  progress(fraction: number): void;
  /** The plugin's worker died, or had to be ended; the same strokes in a new link give the same answer. */
  lost(error: Error): void;
}

/** An open picture in the plugin's worker. */
export class CutLink {
  readonly #session: PluginSession;
  #preview: AbortController | undefined;

  private constructor(session: PluginSession) {
    this.#session = session;
  }

  /** Starts the plugin's worker, while the picture is still being made. */
  static prepare({ plugin }: OfferedOperation): void {
    backend.host(plugin).start();
  }

  /** @param image given away @throws KomaError; AbortError where it is cancelled */
  static async open(
    { plugin, spec }: OfferedOperation,
    image: RasterImage,
    params: Params,
    signal: AbortSignal,
    events: CutLinkEvents,
  ): Promise<CutLink> {
    const inputs = { [spec.inputs[0]!.name]: { image } };
    const session = await backend.host(plugin).openSession(spec.id, inputs, params, {
      signal,
      giveAway: true,
      onUpdate: (update) => events.update(update),
      onProgress: (fraction) => events.progress(fraction),
      onLost: (error) => events.lost(error),
    });
    return new CutLink(session);
  }

  /** As often as the pen moves; what is asked meanwhile takes the place of what waits. */
  update(strokes: readonly Stroke[], params: Params): Promise<boolean> {
    this.dropPreview();
    return this.#session.update({ strokes }, params);
  }

  /** The mask as it would be applied; undefined where strokes came in between. */
  async preview(strokes: readonly Stroke[], params: Params): Promise<Uint8Array<ArrayBuffer> | undefined> {
    this.dropPreview();
    const own = new AbortController();
    this.#preview = own;
    try {
      const { signal } = own;
      const outputs = await this.#session.commit({ strokes }, params, { signal, outputs: ['mask'] });
      const mask = outputs['mask'];
      return mask && 'data' in mask && mask.data instanceof Uint8Array ? mask.data : undefined;
    } catch (error) {
      if (own.signal.aborted) return undefined;
      throw error;
    }
  }

  dropPreview(): void {
    this.#preview?.abort();
    this.#preview = undefined;
  }

  commit(
    strokes: readonly Stroke[],
    params: Params,
    options: { readonly signal: AbortSignal; readonly outputs: readonly string[] },
  ): Promise<OperationOutputs> {
    this.dropPreview();
    return this.#session.commit({ strokes }, params, options);
  }

  close(): void {
    this.dropPreview();
    this.#session.close();
  }
}
