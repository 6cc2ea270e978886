import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictures, pixelAt, solid } from '../raster/pictures.test-helper.ts';
import { addLayer, documentFromImage, updateLayer, type KomaDocument, type NewLayer } from './document.ts';
import { flattenDocument } from './flatten.ts';

const RED = [255, 0, 0, 255];
const BLUE = [0, 0, 255, 255];
const CLEAR = [0, 0, 0, 0];

const offset = fc.integer({ min: -8, max: 8 });
const layer: fc.Arbitrary<NewLayer> = fc
  .tuple(pictures({ alpha: ['opaque', 'binary', 'clear'] }), offset, offset, fc.boolean())
  .map(([image, x, y, visible]) => {
    const frame = { x, y, width: image.width, height: image.height };
    return { name: '', visible, opacity: 1, image, frame };
  });

/** What a painter with opaque paint leaves at a point: the topmost pixel that has any. */
function topmostAt(document: KomaDocument, x: number, y: number): number[] {
  for (const { image, frame, visible } of document.layers.toReversed()) {
    const [sx, sy] = [x - frame.x, y - frame.y];
    if (!visible || sx < 0 || sy < 0 || sx >= image.width || sy >= image.height) continue;
    const pixel = pixelAt(image, sx, sy);
    if (pixel[3] === 255) return pixel;
  }
  return CLEAR;
}

describe('flattenDocument', () => {
  it('shows the topmost pixel of layers that are opaque or clear, wherever they lie', () => {
    const side = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(side, side, fc.array(layer, { maxLength: 5 }), (width, height, layers) => {
        const empty: KomaDocument = { name: '', width, height, layers: [] };
        const document = layers.reduce((all, one) => addLayer(all, one), empty);
        const flat = flattenDocument(document);
        expect([flat.width, flat.height]).toEqual([width, height]);
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++) {
            const [got, expected] = [pixelAt(flat, x, y), topmostAt(document, x, y)];
            // Colour under alpha 0 is only promised for a single layer (below).
            expect(got[3]).toBe(expected[3]);
            if (expected[3] === 255) expect(got).toEqual(expected);
          }
      }),
      { numRuns: 200 },
    );
  });

  it('gives a single picture back as it is, hidden colours included', () => {
    const image = solid(3, 2, [9, 8, 7, 0]);
    expect(flattenDocument(documentFromImage('one', image))).toBe(image);
    const withHidden = addLayer(documentFromImage('one', image), {
      ...documentFromImage('two', solid(3, 2, RED)).layers[0]!,
      visible: false,
    });
    expect(flattenDocument(withHidden)).toBe(image);
  });

  it('never gives away the picture of a layer that shows differently', () => {
    const document = documentFromImage('one', solid(2, 2, RED));
    const id = document.layers[0]!.id;
    const dimmed = flattenDocument(updateLayer(document, id, { opacity: 0.5 }));
    expect(pixelAt(dimmed, 1, 1)).toEqual([255, 0, 0, 128]);
    const moved = updateLayer(document, id, { frame: { x: 1, y: 0, width: 2, height: 2 } });
    expect(pixelAt(flattenDocument(moved), 0, 0)).toEqual(CLEAR);
    expect(pixelAt(flattenDocument(moved), 1, 0)).toEqual(RED);
  });

  it('stretches a layer to its frame', () => {
    const document = documentFromImage('wide', solid(6, 4, BLUE));
    const stretched = addLayer(document, {
      ...document.layers[0]!,
      image: solid(1, 1, RED),
      frame: { x: 2, y: 1, width: 3, height: 2 },
    });
    const flat = flattenDocument(stretched);
    const red = Array.from({ length: 24 }, (_, i) => i).filter((i) => flat.data[i * 4] === 255);
    expect(red).toEqual([8, 9, 10, 14, 15, 16]);
  });

  it('mixes a layer with what is below it by its opacity', () => {
    const document = documentFromImage('red', solid(1, 1, RED));
    const blue = { ...document.layers[0]!, image: solid(1, 1, BLUE), opacity: 0.4 };
    expect(pixelAt(flattenDocument(addLayer(document, blue)), 0, 0)).toEqual([153, 0, 102, 255]);
  });

  it('is transparent where there is nothing to show', () => {
    const document = documentFromImage('hidden', solid(2, 1, RED));
    const hidden = updateLayer(document, document.layers[0]!.id, { opacity: 0 });
    expect(flattenDocument(hidden)).toEqual(solid(2, 1, CLEAR));
  });
});
