import type { RasterImage } from '../../raster/index.ts';

/** Bytes of the header section; the number of channels is at 12. */
const HEADER_BYTES = 26;
const CHANNELS_AT = 12;
/** Color mode data, image resources, layers and masks: each led by its length. */
const SECTIONS = 3;

/**
 * The Photoshop file with its flattened picture stored without compression (Adobe Photoshop File Formats
 * Specification, Image Data Section). The colours of translucent pixels are put on white, as Photoshop
 * does there.
 *
 * @param psd a whole file, whose last section is left out and whose channels say whether there is alpha
 */
export function withRawComposite(psd: Uint8Array, { data }: RasterImage): Uint8Array<ArrayBuffer> {
  const view = new DataView(psd.buffer, psd.byteOffset, psd.byteLength);
  let end = HEADER_BYTES;
  for (let i = 0; i < SECTIONS; i++) end += 4 + view.getUint32(end);
  const channels = view.getUint16(CHANNELS_AT);
  const pixels = data.length / 4;
  const result = new Uint8Array(end + 2 + pixels * channels);
  result.set(psd.subarray(0, end));
  // The two bytes in between say how it is compressed: 0, not at all.
  const planes = result.subarray(end + 2);
  for (let i = 0, p = 0; i < pixels; i++, p += 4) {
    const alpha = data[p + 3]!;
    for (let c = 0; c < 3; c++) {
      const value = data[p + c]!;
      planes[c * pixels + i] = alpha === 0 ? value : 255 + Math.round(((value - 255) * alpha) / 255);
    }
    if (channels === 4) planes[3 * pixels + i] = alpha;
  }
  return result;
}
