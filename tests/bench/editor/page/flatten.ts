import { flattenDocument } from '@koma/core/document';
import { TileCompositor, type BlendMode } from '@koma/core/raster';
import { FlattenPool } from '../../../../apps/editor/src/lib/raster/flatten-pool/flatten-pool.ts';
import type { BenchDocument } from './bench-document.ts';
import { drawLayer, HEIGHT, LAYER_PLANS, WIDTH } from './layer-pictures.ts';

/** Milliseconds of each repeat. */
export interface FlattenResult {
  /** The core's, from tiles to straight-alpha bytes, on one thread. */
  readonly core: readonly number[];
  /** The same with as many threads as the editor would use. */
  readonly pool: readonly number[];
  /** Canvas 2D, ten times `drawImage`, rasterised to the end. */
  readonly canvas: readonly number[];
  /** The same and its pixels read as bytes. */
  readonly canvasBytes: readonly number[];
}

/** Layers that are mixed by the browser, as it does on one thread; every repeat alternates with ours. */
export async function flatten({ engine }: BenchDocument, repeats: number): Promise<FlattenResult> {
  const layers = LAYER_PLANS.map((_, index) => drawLayer(index));
  const [core, pool, canvas, canvasBytes]: number[][] = [[], [], [], []];
  const threads = new FlattenPool();
  const compositor = new TileCompositor();
  const target = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d')!;
  for (let i = 0; i <= repeats; i++) {
    const started = performance.now();
    flattenDocument(engine.store, engine.document!, compositor);
    const alone = performance.now();
    await threads.flatten(engine.store, engine.document!, compositor);
    const between = performance.now();
    drawLayers(target, layers);
    const drawn = performance.now();
    target.getImageData(0, 0, WIDTH, HEIGHT);
    const read = performance.now();
    // The first time is for warming up.
    if (i === 0) continue;
    core!.push(alone - started);
    pool!.push(between - alone);
    canvas!.push(drawn - between);
    canvasBytes!.push(read - between);
  }
  threads.dispose();
  return { core: core!, pool: pool!, canvas: canvas!, canvasBytes: canvasBytes! };
}

function drawLayers(context: OffscreenCanvasRenderingContext2D, layers: readonly OffscreenCanvas[]): void {
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
  context.clearRect(0, 0, WIDTH, HEIGHT);
  layers.forEach((layer, index) => {
    const { blendMode, opacity } = LAYER_PLANS[index]!;
    context.globalAlpha = opacity;
    context.globalCompositeOperation = canvasOperation(blendMode);
    context.drawImage(layer, 0, 0);
  });
  // Drawing is deferred until somebody looks.
  context.getImageData(0, 0, 1, 1);
}

function canvasOperation(mode: BlendMode): GlobalCompositeOperation {
  if (mode === 'normal') return 'source-over';
  return mode === 'linear-dodge' ? 'lighter' : (mode as GlobalCompositeOperation);
}
