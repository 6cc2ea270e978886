import type { Rect } from '@koma/core/raster';
import { maskOutline, type MaskOutline } from '@koma/core/tools';
import { drawChunks, placeLevel } from './draw-chunks.ts';
import { joinedRects, LabelChunks } from './label-chunks.ts';
import { coverageColours, labelColours, type LabelColours } from './label-look.ts';
import type { LabelLook, LabelPiece } from './protocol.ts';
import { tileRange } from './tile-range.ts';

/** The plane may be shown as small as one canvas; it has no coarser level. */
const TOP_LEVEL = 5;

/**
 * What a tool has found so far, over the picture: labels, or a soft mask made of them. It holds one plane of
 * bytes of the document's size and canvases of what is on the screen.
 */
export class LabelOverlay {
  readonly width: number;
  readonly height: number;
  readonly #labels: Uint8Array;
  /** Where labels may be other than 0. */
  #filled: Rect | undefined;
  #coverage: Uint8Array | undefined;
  #look: LabelLook;
  #colours: LabelColours;
  #chunks: LabelChunks | undefined;

  constructor(look: LabelLook) {
    this.width = look.width;
    this.height = look.height;
    this.#labels = new Uint8Array(look.width * look.height);
    this.#look = look;
    this.#colours = labelColours(look);
  }

  /** How it is shown; of the same size. */
  setLook(look: LabelLook): void {
    if (look.mode === this.#look.mode && look.colours.join() === this.#look.colours.join()) return;
    this.#look = look;
    this.#restyle();
  }

  /** Takes labels of a rectangle, or a soft mask of the whole: that is shown until the labels change. */
  put(piece: LabelPiece): void {
    if (piece.kind === 'coverage') return this.#cover(piece.data);
    const { x, y, width, height, data } = piece;
    const [left, right] = [Math.max(0, x), Math.min(this.width, x + width)];
    if (left >= right) return;
    for (let row = Math.max(0, y); row < Math.min(this.height, y + height); row++) {
      const from = (row - y) * width + left - x;
      this.#labels.set(data.subarray(from, from + right - left), row * this.width + left);
    }
    const rect = { x, y, width, height };
    this.#filled = this.#filled ? joinedRects(this.#filled, rect) : rect;
    if (this.#coverage) this.#cover(undefined);
    else this.#chunks?.invalidate(rect);
  }

  /**
   * Draws it over a picture of the document.
   * @param page where the whole document lies, in the context's pixels
   * @param screen the part of the context that is seen
   * @param paintChecker draws what stands for transparency
   */
  draw(context: OffscreenCanvasRenderingContext2D, page: Rect, screen: Rect, paintChecker: () => void): void {
    const { mode } = this.#look;
    if (mode === 'outline') return;
    const placement = placeLevel(this, page, TOP_LEVEL);
    const { level, scaleX, scaleY } = placement;
    const range = tileRange(this, level, {
      left: (screen.x - page.x) / scaleX,
      top: (screen.y - page.y) / scaleY,
      right: (screen.x + screen.width - page.x) / scaleX,
      bottom: (screen.y + screen.height - page.y) / scaleY,
    });
    if (this.#chunks?.level !== level) {
      this.#chunks?.dispose();
      this.#chunks = new LabelChunks(this.#plane, level, this.#seen);
    }
    this.#chunks.refresh(range, this.#colours);
    context.save();
    context.imageSmoothingEnabled = scaleX < 1;
    if (mode === 'mask') {
      context.fillStyle = '#ffffff';
      context.fillRect(page.x, page.y, page.width, page.height);
    } else if (mode !== 'tint') context.globalCompositeOperation = 'destination-out';
    drawChunks(context, this.#chunks, placement, range);
    if (mode === 'black' || mode === 'white' || mode === 'checker') {
      context.globalCompositeOperation = 'destination-over';
      context.fillStyle = mode === 'black' ? '#000000' : '#ffffff';
      if (mode === 'checker') paintChecker();
      else context.fillRect(page.x, page.y, page.width, page.height);
    }
    context.restore();
  }

  /** The outlines of all labels, where ants are wanted. */
  outline(): MaskOutline | undefined {
    if (this.#look.mode !== 'outline') return undefined;
    const { width, height } = this;
    const place = { x: 0, y: 0, width, height };
    if (this.#coverage) return maskOutline({ ...place, data: this.#coverage });
    const labels = this.#labels;
    const present = new Uint8Array(256);
    for (const label of labels) present[label] = 1;
    const one = new Uint8Array(labels.length);
    const outlines: MaskOutline[] = [];
    for (let label = 1; label < 256; label++) {
      if (present[label] === 0) continue;
      for (let i = 0; i < one.length; i++) one[i] = labels[i] === label ? 255 : 0;
      outlines.push(maskOutline({ ...place, data: one }));
    }
    return joinOutlines(outlines);
  }

  dispose(): void {
    this.#chunks?.dispose();
    this.#chunks = undefined;
  }

  get #plane() {
    return { width: this.width, height: this.height, data: this.#coverage ?? this.#labels };
  }

  /** The part of the plane in which anything can be seen; undefined: nothing anywhere. */
  get #seen(): Rect | undefined {
    const isClear = this.#colours.area[0] === 0;
    return this.#coverage || !isClear ? { x: 0, y: 0, width: this.width, height: this.height } : this.#filled;
  }

  #cover(coverage: Uint8Array | undefined): void {
    if (coverage === this.#coverage) return;
    this.#coverage = coverage;
    this.#restyle();
  }

  #restyle(): void {
    this.#colours = this.#coverage ? coverageColours(this.#look) : labelColours(this.#look);
    this.#chunks?.dispose();
    this.#chunks = undefined;
  }
}

function joinOutlines(outlines: readonly MaskOutline[]): MaskOutline {
  const points = new Int32Array(outlines.reduce((sum, outline) => sum + outline.points.length, 0));
  const starts = [0];
  let at = 0;
  for (const outline of outlines) {
    points.set(outline.points, at);
    for (const start of outline.starts.subarray(1)) starts.push(at + start);
    at += outline.points.length;
  }
  return { points, starts: Uint32Array.from(starts) };
}
