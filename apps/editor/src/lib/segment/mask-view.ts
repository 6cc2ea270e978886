import type { LabelPatch, Stroke } from '@koma/core/plugin';
import * as Comlink from 'comlink';
import type { LabelLook, LabelPiece } from '#lib/raster/protocol.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import type { CutRun } from './cut-run.svelte.ts';
import { cutParams, type CutSettings } from './cut-settings.ts';

/**
 * What is seen of an answer: the labels as they come, and in their place the mask as it would be applied, where
 * somebody asks for that. The raster worker draws both.
 */
export class MaskView {
  /** Names the mask that is shown or being made; empty while the labels are shown. */
  #mask = '';
  /** Counts changes of the labels, so that a mask that is late is not shown. */
  #answers = 0;

  /** How labels are to be seen; without that, nothing is. */
  look(look: LabelLook | undefined): void {
    if (!look) this.#mask = '';
    void studio.call((raster) => raster.showLabels(look));
  }

  /** Labels that have changed. They are given away. */
  put({ x, y, width, height, labels: data }: LabelPatch): void {
    this.#answers++;
    this.#mask = '';
    const piece: LabelPiece = { kind: 'labels', x, y, width, height, data };
    void studio.call((raster) => raster.putLabels(Comlink.transfer(piece, [data.buffer])));
  }

  async showLabels(): Promise<void> {
    if (this.#mask === '') return;
    this.#mask = '';
    await studio.call((raster) => raster.putLabels({ kind: 'coverage', data: undefined }));
  }

  /** @throws KomaError; AbortError where the run ends meanwhile */
  async showMask(run: CutRun, strokes: readonly Stroke[], settings: CutSettings): Promise<void> {
    const params = cutParams(settings);
    // Another way of looking at the same mask is no reason to make it again.
    const key = JSON.stringify([this.#answers, params]);
    if (key === this.#mask) return;
    this.#mask = key;
    const answers = this.#answers;
    const data = await (await run.link).preview(strokes, params);
    if (!data || run.isClosed || this.#answers !== answers) return;
    const piece: LabelPiece = { kind: 'coverage', data };
    await studio.call((raster) => raster.putLabels(Comlink.transfer(piece, [data.buffer])));
  }
}
