import type { RasterImage } from '@koma/core/raster';
import { sendData } from '../../../../apps/editor/src/lib/io/send-data.ts';
import { startRaster, type RasterClient } from '../../../../apps/editor/src/lib/raster/raster-client.ts';
import type { Point, PointerSample } from '../../../../apps/editor/src/lib/raster/protocol.ts';
import { fitView, type View } from '../../../../apps/editor/src/lib/studio/view.ts';
import { benchStroke, PAINTED, strokeStart } from './brush.ts';
import { VIEWPORT } from './gesture.ts';
import { drawLayer, HEIGHT, LAYER_PLANS, WIDTH } from './layer-pictures.ts';
import { eventsOf } from './strokes.ts';

export interface LiveResult {
  /** Of each pointer event, frames of the page until the canvas showed it, the least of all rounds; 0 is the
   * event's own. */
  readonly frames: readonly number[];
  /** Milliseconds from hiding a layer to the whole page as it should be, the least of all rounds. */
  readonly toggle: number;
  readonly undo: number;
}

const PAGE = { width: WIDTH, height: HEIGHT };
/** Pixels from one event to the next: more than the radius of the brush, so that each one shows. */
const STEP = 60;
const GIVE_UP = 60;

/**
 * The raster worker as the editor starts it, called from a page: what is measured includes messages,
 * frames and the browser's handing over of the canvas.
 */
export async function live(rounds: number): Promise<LiveResult> {
  const canvas = document.createElement('canvas');
  canvas.style.cssText = `position: fixed; inset: 0; width: ${VIEWPORT.width}px; height: ${VIEWPORT.height}px`;
  document.body.append(canvas);
  const { promise: crash, reject } = Promise.withResolvers<never>();
  const listener = { state() {}, thumbnails() {}, outline() {}, labelOutline() {}, working() {} };
  const raster = await startRaster(canvas, listener, (reason) => reject(new Error(reason)));
  const measured = measure(raster, canvas, rounds);
  return Promise.race([measured, crash]);
}

async function measure(raster: RasterClient, canvas: HTMLCanvasElement, rounds: number): Promise<LiveResult> {
  await raster.resize(VIEWPORT.width, VIEWPORT.height, 1);
  const ids = await openDocument(raster);
  const fit = fitView(PAGE, VIEWPORT);
  const least = { toggle: Infinity, undo: Infinity };
  const take = async (what: keyof typeof least, work: () => Promise<unknown>): Promise<void> => {
    await quiet(raster);
    const started = performance.now();
    await work();
    await raster.settled();
    least[what] = Math.min(least[what], performance.now() - started);
  };
  await raster.show({ view: fit });
  for (let round = 0; round < rounds; round++) {
    await take('toggle', () => raster.edit({ type: 'show-layers', shown: [], hidden: [ids[5]!] }));
    await raster.undo();
    await drawBenchStroke(raster, ids[PAINTED]!);
    await take('undo', () => raster.undo());
  }
  let frames: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const counted = await strokeFrames(raster, canvas, ids.at(-1)!);
    frames = counted.map((count, i) => Math.min(count, frames[i] ?? Infinity));
  }
  return { frames, ...least };
}

async function openDocument(raster: RasterClient): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, { name, blendMode, opacity }] of LAYER_PLANS.entries()) {
    const { data } = drawLayer(index).getContext('2d')!.getImageData(0, 0, WIDTH, HEIGHT);
    const image: RasterImage = { ...PAGE, data };
    const { port1, port2 } = new MessageChannel();
    sendData(port1, image);
    const id = await (index === 0
      ? raster.openImage(name, port2, { format: 'png', lossless: true })
      : raster.addImage(name, port2, undefined, ids.at(-1)));
    const change = { blendMode, opacity };
    await raster.edit({ type: 'set-layers', ids: [id], change, label: 'history.blendMode' });
    ids.push(id);
  }
  return ids;
}

async function drawBenchStroke(raster: RasterClient, layerId: string): Promise<void> {
  const [first, ...rest] = benchStroke(PAGE);
  await raster.beginStroke(strokeStart(layerId), first!);
  for (const samples of eventsOf(rest)) await raster.continueStroke(samples);
  await raster.endStroke();
}

/** Draws along a row of the page at 100 %, one event at a time, and watches the canvas. */
async function strokeFrames(
  raster: RasterClient,
  canvas: HTMLCanvasElement,
  layerId: string,
): Promise<number[]> {
  const top = 600;
  const view: View = { zoom: 1, panX: -700, panY: -top + 300 };
  await raster.show({ view });
  await quiet(raster);
  const start = strokeStart(layerId);
  const at = (x: number): PointerSample => ({ x, y: top, pressure: 1, time: performance.now() });
  await raster.beginStroke({ ...start, colour: '#00ff00' }, at(800));
  await quiet(raster);
  const frames: number[] = [];
  for (let x = 800 + STEP; x < 2200; x += STEP) {
    const screen = { x: x + view.panX, y: top + view.panY };
    await frame();
    const before = colourAt(canvas, screen);
    void raster.continueStroke([at(x)]);
    let count = 0;
    do {
      await frame();
      count++;
    } while (colourAt(canvas, screen) === before && count < GIVE_UP);
    frames.push(count);
  }
  await raster.cancelStroke();
  return frames;
}

/** Waits until the worker has nothing to do. */
async function quiet(raster: RasterClient): Promise<void> {
  await raster.settled();
  await new Promise((resolve) => setTimeout(resolve, 1500));
}

function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

const probe = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;

/** The colour that the canvas shows at a point, as one number. */
function colourAt(canvas: HTMLCanvasElement, { x, y }: Point): number {
  probe.clearRect(0, 0, 1, 1);
  probe.drawImage(canvas, Math.floor(x), Math.floor(y), 1, 1, 0, 0, 1, 1);
  return new Uint32Array(probe.getImageData(0, 0, 1, 1).data.buffer)[0]!;
}
