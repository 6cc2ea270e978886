import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FakeCanvas, FakeImageData } from './fake-canvas.test-helper.ts';
import { LabelOverlay } from './label-overlay.ts';
import type { LabelLook, LabelPiece } from './protocol.ts';

/** Larger than a canvas of a level, so that there are several. */
const [WIDTH, HEIGHT] = [1100, 40];
const LOOK: LabelLook = { width: WIDTH, height: HEIGHT, mode: 'tint', colours: ['#ff0000', '#00ff00'] };

beforeAll(() => {
  vi.stubGlobal('OffscreenCanvas', FakeCanvas);
  vi.stubGlobal('ImageData', FakeImageData);
});
afterAll(() => vi.unstubAllGlobals());

/** What is drawn of all of it, a pixel of the screen for one of the halved document. */
function draw(overlay: LabelOverlay, level = 0): Uint8Array {
  const [width, height] = [WIDTH / 2 ** level, HEIGHT / 2 ** level];
  const screen = new FakeCanvas(width, height);
  const page = { x: 0, y: 0, width, height };
  overlay.draw(screen as unknown as OffscreenCanvasRenderingContext2D, page, page, () => {});
  return new Uint8Array(screen.data.buffer);
}

function piece(x: number, y: number, width: number, height: number, label: number): LabelPiece {
  return { kind: 'labels', x, y, width, height, data: new Uint8Array(width * height).fill(label) };
}

const alphaAt = (pixels: Uint8Array, x: number, y: number) => pixels[(y * WIDTH + x) * 4 + 3];

describe('LabelOverlay', () => {
  it('draws after every change what another would draw that was told all at once', () => {
    const pieces = fc.array(
      fc.record({
        x: fc.integer({ min: -20, max: WIDTH }),
        y: fc.integer({ min: -20, max: HEIGHT }),
        width: fc.integer({ min: 1, max: 300 }),
        height: fc.integer({ min: 1, max: 40 }),
        label: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(pieces, fc.constantFrom(0, 1, 2), (list, level) => {
        const overlay = new LabelOverlay(LOOK);
        for (const { x, y, width, height, label } of list) {
          draw(overlay, level);
          overlay.put(piece(x, y, width, height, label));
        }
        const other = new LabelOverlay(LOOK);
        for (const { x, y, width, height, label } of list) other.put(piece(x, y, width, height, label));
        expect(Buffer.compare(draw(overlay, level), draw(other, level))).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it('makes canvases only where there is something to be seen', () => {
    const made = vi.fn<(width: number, height: number) => void>();
    class Counted extends FakeCanvas {
      constructor(width: number, height: number) {
        super(width, height);
        made(width, height);
      }
    }
    const overlay = new LabelOverlay(LOOK);
    vi.stubGlobal('OffscreenCanvas', Counted);
    expect(draw(overlay).every((value) => value === 0)).toBe(true);
    expect(made).not.toHaveBeenCalled();
    overlay.put(piece(1080, 10, 5, 5, 1));
    expect(alphaAt(draw(overlay), 1082, 12)).toBe(104);
    expect(made).toHaveBeenCalledTimes(1);
    // What hides what is not cut out has something to hide everywhere.
    overlay.setLook({ ...LOOK, mode: 'checker' });
    draw(overlay);
    expect(made.mock.calls.length).toBeGreaterThan(2);
    vi.stubGlobal('OffscreenCanvas', FakeCanvas);
  });

  it('shows a soft mask until the labels change, and the labels again when it is taken away', () => {
    const overlay = new LabelOverlay(LOOK);
    overlay.put(piece(10, 10, 20, 20, 1));
    const labels = draw(overlay);
    overlay.put({ kind: 'coverage', data: new Uint8Array(WIDTH * HEIGHT).fill(128) });
    expect(alphaAt(draw(overlay), 500, 5)).toBe(52);
    overlay.put({ kind: 'coverage', data: undefined });
    expect(Buffer.compare(draw(overlay), labels)).toBe(0);
    overlay.put({ kind: 'coverage', data: new Uint8Array(WIDTH * HEIGHT).fill(128) });
    overlay.put(piece(10, 10, 1, 1, 1));
    expect(Buffer.compare(draw(overlay), labels)).toBe(0);
  });

  it('tells of the outline of each label where outlines are wanted, and draws nothing then', () => {
    const overlay = new LabelOverlay(LOOK);
    overlay.put(piece(10, 10, 20, 20, 1));
    overlay.put(piece(30, 10, 5, 5, 2));
    expect(overlay.outline()).toBeUndefined();
    overlay.setLook({ ...LOOK, mode: 'outline' });
    expect(draw(overlay).every((value) => value === 0)).toBe(true);
    const { points, starts } = overlay.outline()!;
    expect([...points]).toEqual([30, 10, 30, 30, 10, 30, 10, 10, 35, 10, 35, 15, 30, 15, 30, 10]);
    expect([...starts]).toEqual([0, 8, 16]);
  });

  it('takes another colour at once', () => {
    const overlay = new LabelOverlay(LOOK);
    overlay.put(piece(10, 10, 20, 20, 1));
    expect(draw(overlay)[(15 * WIDTH + 15) * 4]).toBe(255);
    overlay.setLook({ ...LOOK, colours: ['#0000ff'] });
    expect([...draw(overlay).subarray((15 * WIDTH + 15) * 4, (15 * WIDTH + 15) * 4 + 3)]).toEqual([
      0, 0, 255,
    ]);
  });
});
