import { channels, STRIDE } from './record-pixels.ts';

/** One channel of a record, a byte a pixel. Tests only. */
export function plane(record: Uint8Array, name: (typeof channels)[number]): Uint8Array {
  const offset = channels.indexOf(name);
  return Uint8Array.from({ length: record.length / STRIDE }, (_, i) => record[i * STRIDE + offset]!);
}
