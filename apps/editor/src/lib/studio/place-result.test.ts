import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addLayer, documentFromImage, type KomaDocument, type Layer } from '@koma/core/document';
import { createImage } from '@koma/core/raster';
import { placeResult, type Placement } from './place-result.ts';

const origin = { format: 'jpeg', lossless: false, jpegQuality: 75 } as const;
const page = createImage(100, 60);
const panel = createImage(31, 17);

/** A page with a panel on it, the panel at half opacity and stretched. */
function twoLayers(): { document: KomaDocument; bottom: Layer; top: Layer } {
  const frame = { x: 10, y: 20, width: 62, height: 34 };
  const layer = { name: 'panel', visible: true, opacity: 0.5, image: panel, frame, origin };
  const document = addLayer(documentFromImage('page', page, origin), layer);
  const [bottom, top] = document.layers as [Layer, Layer];
  return { document, bottom, top };
}

const layerOf = (document: KomaDocument, id: string | undefined) =>
  document.layers.find((layer) => layer.id === id)!;

describe('placeResult as a new layer', () => {
  it('puts the result directly above its source, in its place and with its opacity', () => {
    const { document, bottom, top } = twoLayers();
    const result = createImage(200, 120);
    const placed = placeResult(document, bottom, result, 'new-layer', 'Upscale');
    expect(placed.document.layers).toEqual([
      bottom,
      {
        id: placed.layerId,
        name: 'page · Upscale',
        visible: true,
        opacity: 1,
        image: result,
        frame: bottom.frame,
      },
      top,
    ]);
    expect([placed.document.width, placed.document.height]).toEqual([100, 60]);
    const above = placeResult(document, top, result, 'new-layer', 'Upscale');
    expect(above.document.layers.at(-1)).toMatchObject({ opacity: 0.5, frame: top.frame });
  });

  it('selects the new layer even where another shows the same picture', () => {
    const { document, top } = twoLayers();
    const placed = placeResult(document, top, page, 'new-layer', 'Copy');
    expect(layerOf(placed.document, placed.layerId).name).toBe('panel · Copy');
  });
});

describe('placeResult in place of the layer', () => {
  it('changes nothing but the pixels, which are a file’s no longer', () => {
    const { document, bottom, top } = twoLayers();
    const result = createImage(62, 34);
    const placed = placeResult(document, top, result, 'replace-layer', 'Upscale');
    const { origin: _, ...rest } = top;
    expect(placed.layerId).toBe(top.id);
    expect(placed.document).toEqual({ ...document, layers: [bottom, { ...rest, image: result }] });
    expect(placed.document.layers[1]).not.toHaveProperty('origin');
  });
});

describe('placeResult with the document resized', () => {
  it('grows the canvas and all frames by the factor of the result, and no other pixels', () => {
    const { document, bottom } = twoLayers();
    const result = createImage(200, 120);
    const placed = placeResult(document, bottom, result, 'resize-document', 'Upscale');
    expect(placed.document).toMatchObject({ width: 200, height: 120 });
    expect(placed.layerId).toBe(bottom.id);
    expect(placed.document.layers[0]).toMatchObject({
      image: result,
      frame: { x: 0, y: 0, width: 200, height: 120 },
    });
    expect(placed.document.layers[1]).toMatchObject({
      image: panel,
      frame: { x: 20, y: 40, width: 124, height: 68 },
      origin,
    });
  });

  it('shows every pixel of the result, so that exporting resamples none', () => {
    const side = fc.integer({ min: 1, max: 80 });
    const offset = fc.integer({ min: -20, max: 60 });
    fc.assert(
      fc.property(
        fc.record({ width: side, height: side }),
        fc.record({ x: offset, y: offset, width: side, height: side }),
        fc.record({ width: side, height: side }),
        (canvas, frame, size) => {
          const empty: KomaDocument = { name: '', ...canvas, layers: [] };
          const layer = { name: 'panel', visible: true, opacity: 1, image: panel, frame };
          const document = addLayer(empty, layer);
          const result = createImage(size.width, size.height);
          const placed = placeResult(document, document.layers[0]!, result, 'resize-document', 'Resize');
          expect(placed.document.layers[0]!.frame).toMatchObject(size);
          // The canvas grows by the factor of the layer, to the nearest whole pixel.
          const exact = (canvas.width * size.width) / frame.width;
          expect(Math.abs(placed.document.width - Math.max(1, exact))).toBeLessThanOrEqual(0.5);
        },
      ),
    );
  });
});

describe('placeResult', () => {
  it.each(['new-layer', 'replace-layer', 'resize-document'] satisfies Placement[])(
    'leaves the document it was given as it was (%s)',
    (placement) => {
      const { document, top } = twoLayers();
      const before = structuredClone(document);
      placeResult(document, top, createImage(3, 3), placement, 'Upscale');
      expect(document).toEqual(before);
    },
  );
});
