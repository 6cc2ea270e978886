import { TILE } from '../tiles/index.ts';
import { collectDraws } from './collect-draws.ts';
import type { CompositeNode, TileReader, TileRows } from './composite-node.ts';
import type { Draw } from './draw.ts';
import { stepsOf } from './step.ts';
import { StepRunner } from './step-runner.ts';
import { TileMemory } from './tile-memory.ts';

const ALL_ROWS: TileRows = { from: 0, to: TILE };

/**
 * Draws tiles of a tree of layers. Colours are mixed as W3C Compositing and Blending Level 1 says, in
 * sRGB values as they are, in premultiplied float32, and rounded to 8 bit once at the end; the same
 * input gives the same bytes on every machine. Groups, masks and clipping are Photoshop's:
 *
 * - a group is composited by itself, unless it passes through; a pass-through group with opacity or
 *   mask is faded between what lies under it and that with its children drawn on it;
 * - nodes clipped to a base are drawn on the base, whose alpha stays, and the whole goes down with the
 *   base's blend mode, opacity and mask; an invisible base hides what is clipped to it.
 *
 * An instance holds memory that grows with the number of layers in a tile, so keep one for each thread.
 */
export class TileCompositor {
  readonly #memory = new TileMemory();
  readonly #runner = new StepRunner(this.#memory);

  /**
   * Composites one tile.
   *
   * Where the result's alpha is 0, its bytes are 0. Only if a single layer has pixels in this tile and
   * nothing is done to it (normal, opacity 1, no mask, groups of the same kind), they are returned as
   * they are, with the colours hidden under alpha 0: a picture that was opened is not changed.
   *
   * @param nodes from bottom to top
   * @param tx, ty place of the tile
   * @param out straight RGBA8 of 256 x 256 pixels, written
   * @param rows the rows of `out` that are wanted; others are left alone
   * @returns false where all bytes written are 0
   */
  composite(
    nodes: readonly CompositeNode[],
    tx: number,
    ty: number,
    reader: TileReader,
    out: Uint8Array,
    rows: TileRows = ALL_ROWS,
  ): boolean {
    const memory = this.#memory;
    memory.clear();
    const draws = collectDraws(nodes, { tx, ty, rows, reader, memory });
    const [only] = draws;
    const untouched = only?.verbatim && draws.length === 1 && only.pixels !== 0 && only.clipped.length === 0;
    const shows = untouched ? this.#hasBytes(only.pixels, rows) : this.#draw(draws, rows);
    const [from, to] = [rows.from * TILE * 4, rows.to * TILE * 4];
    const address = untouched ? only.pixels : memory.result;
    if (shows) out.set(memory.bytes().subarray(address + from, address + to), from);
    else out.fill(0, from, to);
    return shows;
  }

  #draw(draws: readonly Draw[], rows: TileRows): boolean {
    const { steps, depth } = stepsOf(draws, this.#memory.kernels.blend);
    return this.#runner.run(steps, depth, rows);
  }

  #hasBytes(pixels: number, rows: TileRows): boolean {
    const { kernels } = this.#memory;
    return kernels.classifyBytes(pixels + rows.from * TILE * 4, (rows.to - rows.from) * TILE) !== 0;
  }
}
