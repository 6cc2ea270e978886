import type { KomaDocument, RasterLayer } from '@koma/core/document';
import { BRUSH, type BrushSettings } from '@koma/core/tools';
import { TILE_PIXELS, type TileStore } from '@koma/core/raster';
import type { StrokeStart } from '../../../../apps/editor/src/lib/raster/protocol.ts';
import type { BenchDocument } from './bench-document.ts';
import { Stage } from './stage.ts';
import { eventsOf, penLine, tilesReached } from './strokes.ts';

export interface BrushResult {
  /** Milliseconds from each pointer event to the composited bytes, the least of all rounds. */
  readonly actualPixels: readonly number[];
  /** The same with the whole page on the screen. */
  readonly wholePage: readonly number[];
  readonly tiles: StrokeTiles;
}

/** Counts of tiles. */
export interface StrokeTiles {
  /** That the brush reaches, by geometry. */
  readonly reached: number;
  /** That were composited again. */
  readonly composited: number;
  /** Of the layer that are others than before. */
  readonly replaced: number;
  /** Of those, that differ in a byte. */
  readonly different: number;
}

const POINTS = 500;
/** Pixels between two places of the pen: 600 a second. */
const SPEED = 2.5;

/** A soft round brush of 100 px whose size does not follow the pen. */
export const BENCH_BRUSH: BrushSettings = {
  ...BRUSH,
  size: 100,
  pressure: { size: null, opacity: null, flow: null },
  stabiliser: 0,
};

/** The layer that is painted on: under most of the others. */
export const PAINTED = 2;

/** The measured stroke, which crosses the middle of the page. */
export function benchStroke({ width, height }: Pick<KomaDocument, 'width' | 'height'>) {
  return penLine(POINTS, width / 2 - 550, height / 2 - 200, 0.5, SPEED);
}

export function strokeStart(layerId: string): StrokeStart {
  const colour = '#c03060';
  return { layerId, plane: 'pixels', mode: 'paint', brush: BENCH_BRUSH, colour, label: 'history.paint' };
}

/** Draws the same stroke of 500 places several times and takes it back. */
export function brush(bench: BenchDocument, rounds: number): BrushResult {
  const { engine } = bench;
  const before = engine.document!;
  const composited = new Set<number>();
  const stage = new Stage(bench, (keys) => {
    for (const key of keys) composited.add(key);
  });
  const [actualPixels, wholePage] = [1, stage.fit].map((zoom) => {
    stage.look(zoom);
    let times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const round_ = drawStroke(bench, stage);
      times = round_.map((time, i) => Math.min(time, times[i] ?? Infinity));
      if (round < rounds - 1 || zoom === 1) engine.undo();
      stage.complete();
    }
    return times;
  });
  const tiles = {
    reached: tilesReached(benchStroke(before), BENCH_BRUSH.size / 2).size,
    composited: composited.size,
    ...compare(engine.store, before, engine.document!),
  };
  engine.undo();
  stage.dispose();
  return { actualPixels: actualPixels!, wholePage: wholePage!, tiles };
}

/** @returns milliseconds of each event */
function drawStroke({ engine, layerIds }: BenchDocument, stage: Stage): number[] {
  const [first, ...rest] = benchStroke(engine.document!);
  engine.beginStroke(strokeStart(layerIds[PAINTED]!), first!, stage.zoom);
  stage.complete();
  const times = eventsOf(rest).map((samples) => {
    const started = performance.now();
    engine.continueStroke(samples);
    stage.draw();
    return performance.now() - started;
  });
  engine.endStroke();
  return times;
}

/** Compares the painted layer tile by tile. */
function compare(store: TileStore, before: KomaDocument, after: KomaDocument) {
  const [a, b] = [before, after].map((document) => (document.layers[PAINTED] as RasterLayer).tiles);
  const scratch = [new Uint8Array(TILE_PIXELS * 4), new Uint8Array(TILE_PIXELS * 4)] as const;
  let [replaced, different] = [0, 0];
  for (const key of new Set([...a!.keys(), ...b!.keys()])) {
    const [was, is] = [a!.get(key), b!.get(key)];
    if (was === is) continue;
    replaced++;
    const [x, y] = [was && store.pixels(was, scratch[0]), is && store.pixels(is, scratch[1])];
    if (!x || !y || x.some((value, i) => value !== y[i])) different++;
  }
  return { replaced, different };
}
