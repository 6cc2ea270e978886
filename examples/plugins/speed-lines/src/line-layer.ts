import type { LayersOutput, LocalizedText, MaskInput, RasterImage } from '@koma/plugin-kit';

/** Coverage as ink in one colour on nothing. @param selection where ink is wanted */
export function inkOf(
  filled: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  colour: string,
  selection?: MaskInput,
): RasterImage {
  const value = Number.parseInt(colour.slice(1), 16);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < filled.length; i++) {
    data[i * 4] = value >> 16;
    data[i * 4 + 1] = (value >> 8) & 255;
    data[i * 4 + 2] = value & 255;
    data[i * 4 + 3] = selection ? (filled[i]! * selection.data[i]!) / 255 : filled[i]!;
  }
  return { width, height, data };
}

/** The lines as the one layer of a result. */
export function layerOf(image: RasterImage, name: LocalizedText): LayersOutput {
  const { width, height } = image;
  return { width, height, layers: [{ name, image, x: 0, y: 0, blendMode: 'normal', role: 'line-art' }] };
}

/** The picture with lines over it. */
export function withLines(image: RasterImage, lines: RasterImage): RasterImage {
  const data = new Uint8ClampedArray(image.data);
  for (let i = 0; i < data.length; i += 4) {
    const ink = lines.data[i + 3]! / 255;
    if (ink === 0) continue;
    const under = (data[i + 3]! / 255) * (1 - ink);
    for (let c = 0; c < 3; c++)
      data[i + c] = (lines.data[i + c]! * ink + data[i + c]! * under) / (ink + under);
    data[i + 3] = 255 * (ink + under);
  }
  return { width: image.width, height: image.height, data };
}
