import type { MaskInput, RasterImage } from '@koma/plugin-kit';

/**
 * Ink in one colour on nothing.
 * @param ink 0-1; @param colour `#rrggbb`; @param selection where ink is wanted
 */
export function inkLayer(
  ink: Float32Array,
  { width, height }: { readonly width: number; readonly height: number },
  colour: string,
  selection?: MaskInput,
): RasterImage {
  const value = Number.parseInt(colour.slice(1), 16);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < ink.length; i++) {
    const alpha = ink[i]! * (selection ? selection.data[i]! / 255 : 1);
    data.set([value >> 16, (value >> 8) & 255, value & 255, alpha * 255], i * 4);
  }
  return { width, height, data };
}

/**
 * Ink in one colour on white paper; outside the selection the picture as it was.
 * @param layer of {@link inkLayer}
 */
export function onPaper(layer: RasterImage, source: RasterImage, selection?: MaskInput): RasterImage {
  const data = new Uint8ClampedArray(source.data);
  for (let i = 0; i < data.length; i += 4) {
    const inside = selection ? selection.data[i / 4]! / 255 : 1;
    if (inside === 0) continue;
    // The layer's alpha has the selection in it already.
    const ink = layer.data[i + 3]! / 255;
    const old = (data[i + 3]! / 255) * (1 - inside);
    const alpha = inside + old;
    for (let c = 0; c < 3; c++)
      data[i + c] = (255 * (inside - ink) + layer.data[i + c]! * ink + data[i + c]! * old) / alpha;
    data[i + 3] = 255 * alpha;
  }
  return { width: source.width, height: source.height, data };
}
