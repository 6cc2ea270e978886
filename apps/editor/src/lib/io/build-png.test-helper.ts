import { crc32, deflateSync } from 'node:zlib';

export interface PngSpec {
  readonly width: number;
  readonly height: number;
  /** 1, 2, 4, 8 or 16. */
  readonly depth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA. */
  readonly colorType: number;
  /** The value of one sample, 0 to 2^depth - 1. */
  readonly sample: (x: number, y: number, channel: number) => number;
  readonly interlaced?: boolean;
  /** Chunks between the header and the picture data: palette, tRNS. */
  readonly chunks?: readonly (readonly [type: string, data: Uint8Array])[];
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** PNG 3rd edition, section 8.1: x and y of the first pixel of each Adam7 pass, and the steps. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** A PNG of any depth and colour type, interlaced or not, which sharp cannot be told to make. Tests only. */
export function buildPng(spec: PngSpec): Uint8Array<ArrayBuffer> {
  const { width, height, depth, colorType, interlaced, chunks = [] } = spec;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colorType, 0, 0, interlaced ? 1 : 0], 8);
  const passes = interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const);
  const rows = passes.flatMap((pass) => passRows(spec, pass));
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      ...chunks.map(([type, data]) => chunk(type, data)),
      chunk('IDAT', deflateSync(Buffer.concat(rows))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function passRows(
  spec: PngSpec,
  [x0, y0, stepX, stepY]: readonly [number, number, number, number],
): Buffer[] {
  const rows: Buffer[] = [];
  if (x0 >= spec.width) return rows;
  for (let y = y0; y < spec.height; y += stepY) {
    let bits = '';
    for (let x = x0; x < spec.width; x += stepX)
      for (let c = 0; c < CHANNELS[spec.colorType]!; c++)
        bits += spec.sample(x, y, c).toString(2).padStart(spec.depth, '0');
    const bytes = bits.match(/.{1,8}/g)!.map((byte) => parseInt(byte.padEnd(8, '0'), 2));
    rows.push(Buffer.from([0, ...bytes]));
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
