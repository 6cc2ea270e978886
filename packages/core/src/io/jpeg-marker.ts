/** A marker's second byte, and the offset just after it. */
export interface JpegMarker {
  readonly marker: number;
  readonly end: number;
}

/**
 * The next marker at or after `from` that starts a segment or ends the file (ITU-T T.81 section B.1.1).
 *
 * Passed over: stuffed zeros (FF 00) and restart markers (FF D0-D7), which belong to entropy-coded data;
 * TEM and a repeated SOI, which have no segment; fill bytes (FF FF); and, as libjpeg does, stray bytes
 * between segments.
 *
 * @returns undefined where the file ends first. Time is linear in the bytes passed over.
 */
export function nextJpegMarker(bytes: Uint8Array, from: number): JpegMarker | undefined {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const marker = bytes[at + 1];
    if (marker === undefined) return undefined;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const standsAlone = marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    if (!standsAlone) return { marker, end: at + 2 };
    at = bytes.indexOf(0xff, at + 2);
  }
  return undefined;
}
