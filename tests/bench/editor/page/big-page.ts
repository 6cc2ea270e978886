import type { Transaction } from '@koma/core/document';
import { PENCIL } from '@koma/core/tools';
import { TILE, TILE_PIXELS, tilesMeeting, type Tile, type TileSpill } from '@koma/core/raster';
import { makeEngine, type BenchDocument } from './bench-document.ts';
import { VIEWPORT } from './gesture.ts';
import { documentBytes } from './history.ts';
import { Stage } from './stage.ts';
import { eventsOf, shading } from './strokes.ts';

/** Bytes. */
export interface BigPageResult {
  /** Of the tiles that are not empty. */
  readonly tiles: number;
  /** Taken by the store, the history included. */
  readonly reserved: number;
  /** Of the halved copies of the picture. */
  readonly mips: number;
  /** Of the canvases that the picture is drawn from, and the viewport's own. */
  readonly canvases: number;
}

/** B4 at 600 dpi, as manga is drawn and printed. */
const B4 = { width: 6071, height: 8598, dpi: 600 };
const LAYERS = 10;
/** Pixels from dot to dot: 75 lines an inch. A divisor of 256, so that the pattern goes on across tiles. */
const PERIOD = 8;
const DENSITIES = 16;
const STROKES = 40;

/** Kept for as long as the worker lives, so that the memory of the process can be looked at. */
let kept: Stage | undefined;

/** Opens a page of ten layers of screentone, looks at all of it at two magnifications, draws and undoes. */
export function bigPage(spill: TileSpill | undefined): BigPageResult {
  const bench = makeTonedPage(spill);
  const { engine, layerIds } = bench;
  const stage = (kept = new Stage(bench));
  stage.complete();
  const { width, height } = B4;
  for (const zoom of [0.5, 1])
    for (let y = VIEWPORT.height / 2; y < height * zoom; y += VIEWPORT.height)
      for (let x = VIEWPORT.width / 2; x < width * zoom; x += VIEWPORT.width)
        stage.lookAt(x / zoom, y / zoom, zoom);
  for (const stroke of shading(STROKES, width, height, 3)) {
    const [first, ...rest] = stroke;
    const [layerId, colour, brush] = [layerIds[4]!, '#000000', { ...PENCIL, size: 12 }];
    const start = {
      layerId,
      plane: 'pixels',
      mode: 'paint',
      brush,
      colour,
      label: 'history.pencil',
    } as const;
    engine.beginStroke(start, first!, 1);
    for (const samples of eventsOf(rest)) engine.continueStroke(samples);
    engine.endStroke();
    stage.lookAt(first!.x, first!.y, 1);
  }
  for (let i = 0; i < STROKES; i++) engine.undo();
  stage.look(stage.fit);
  const { mips, canvases } = kept.bytes;
  return { tiles: documentBytes(engine), reserved: engine.store.reservedBytes, mips, canvases };
}

function makeTonedPage(spill: TileSpill | undefined): BenchDocument {
  const { engine, target } = makeEngine(spill);
  const { width, height, dpi } = B4;
  engine.newDocument('page', width, height, dpi, '#ffffff', ['paper', 'ink']);
  const layerIds: string[] = [];
  for (let i = 0; i < LAYERS; i++) {
    const properties = { colourMode: 'mono' } as const;
    const [id] = engine.edit({ type: 'add-layer', name: `tone ${i}`, properties })!;
    engine.editing.transact('history.fill', (transaction) => fillWithTone(transaction, id!, i));
    layerIds.push(id!);
  }
  return { engine, target, layerIds };
}

function fillWithTone(transaction: Transaction, id: string, seed: number): void {
  const { width, height } = B4;
  const tiles = new Map<number, Tile | undefined>();
  for (const [i, key] of tilesMeeting({ x: 0, y: 0, width, height }).entries())
    tiles.set(key, transaction.store.fromPixels(toneTile((seed * 5 + i) % DENSITIES)));
  transaction.setTiles(id, 'pixels', tiles);
}

const tones = new Map<number, Uint8Array>();

/** Black dots on nothing, larger for higher densities. */
function toneTile(density: number): Uint8Array {
  const known = tones.get(density);
  if (known) return known;
  const words = new Uint32Array(TILE_PIXELS);
  const radius = 0.8 + (density / DENSITIES) * 3;
  for (let y = 0; y < TILE; y++)
    for (let x = 0; x < TILE; x++) {
      const row = Math.floor(y / PERIOD);
      const dx = ((x + (row % 2) * (PERIOD / 2)) % PERIOD) - PERIOD / 2 + 0.5;
      const dy = (y % PERIOD) - PERIOD / 2 + 0.5;
      if (dx * dx + dy * dy < radius * radius) words[y * TILE + x] = 0xff000000;
    }
  const tone = new Uint8Array(words.buffer);
  tones.set(density, tone);
  return tone;
}
