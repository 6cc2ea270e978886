import { encodePng } from '@koma/core/io';
import { zipSync, type Zippable } from 'fflate';
import type { FrameWriter } from './frame-writer.ts';

/** Pictures as PNG files in an archive, numbered from 1 so that they sort by name. */
export function zipWriter(): FrameWriter {
  const files: Uint8Array<ArrayBuffer>[] = [];
  return {
    async add(image) {
      files.push(await encodePng(image));
    },
    finish() {
      const digits = Math.max(3, String(files.length).length);
      const archive: Zippable = Object.fromEntries(
        // Level 0: a PNG is compressed already. A fixed date: same pictures, same bytes.
        files.map((bytes, i) => [
          `frame-${String(i + 1).padStart(digits, '0')}.png`,
          [bytes, { level: 0, mtime: '1980-01-01' }],
        ]),
      );
      return zipSync(archive);
    },
  };
}
