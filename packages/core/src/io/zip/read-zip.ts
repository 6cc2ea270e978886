import { crc32 } from '../crc32.ts';
import { fileDamaged } from '../file-errors.ts';
import { inflateWithin } from './inflate-within.ts';

/** A file in an archive, as the archive's directory describes it. Nothing of it is unpacked yet. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes when unpacked, as declared; {@link ZipArchive.unpack} holds it to that. */
  readonly size: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packedSize: number;
  readonly crc: number;
  /** External attributes: rights and kind of the file, as the system that made the archive keeps them. */
  readonly attributes: number;
  /** Where the local header begins. */
  readonly offset: number;
}

/** A ZIP archive in memory. */
export interface ZipArchive {
  /** By name, in the order of the directory. Names come from the file: never use one as a path. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /**
   * The content of an entry; a view of the archive where it is stored.
   * @throws KomaError `FILE_DAMAGED` where it is not what the directory says
   */
  unpack(entry: ZipEntry): Uint8Array;
}

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT_BYTES = 0xffff;
const FLAG_ENCRYPTED = 1;

/**
 * Reads the directory of a ZIP archive (PKWARE APPNOTE.TXT 6.3, sections 4.3.7 to 4.3.16) of less than
 * 4 GB on one disk. Unlike fflate's `unzip` it refuses two entries of one name, and checks sizes and
 * CRC-32 of what it unpacks, so that no damage passes and nothing unpacks to more than it declares.
 *
 * @param bytes the whole archive, which is kept and must not change
 * @param file the archive's name for messages
 * @returns undefined for what does not begin like a ZIP archive
 * @throws KomaError `FILE_DAMAGED`
 */
export function readZip(bytes: Uint8Array, file?: string): ZipArchive | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint32(0, true) !== LOCAL_SIGNATURE) return undefined;
  const damaged = (reason: string) => fileDamaged(reason, file);
  const entries = new Map<string, ZipEntry>();

  const end = findEnd(view);
  if (end === undefined) throw damaged('the list of its contents is missing');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== CENTRAL_SIGNATURE)
      throw damaged('the list of its contents is broken');
    const nameEnd = at + CENTRAL_BYTES + view.getUint16(at + 28, true);
    if (nameEnd > end) throw damaged('the list of its contents is broken');
    const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_BYTES, nameEnd));
    if (entries.has(name)) throw damaged(`"${name}" is in it twice`);
    if ((view.getUint16(at + 8, true) & FLAG_ENCRYPTED) !== 0) throw damaged(`"${name}" in it is encrypted`);
    entries.set(name, {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      attributes: view.getUint32(at + 38, true),
      offset: view.getUint32(at + 42, true),
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }

  const unpack = (entry: ZipEntry): Uint8Array => {
    const packed = packedBytes(view, bytes, entry);
    const content = packed && inflate(packed, entry);
    if (content?.length !== entry.size || crc32(content) !== entry.crc)
      throw damaged(`"${entry.name}" in it is broken`);
    return content;
  };
  return { entries, unpack };
}

/** The end record is last, but for a comment whose length it gives. */
function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = view.byteLength - END_BYTES; at >= first; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return undefined;
}

function packedBytes(view: DataView, bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const { offset, packedSize } = entry;
  if (offset + LOCAL_BYTES > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE)
    return undefined;
  const nameEnd = offset + LOCAL_BYTES + view.getUint16(offset + 26, true);
  // Another program might go by the name in front of the content.
  if (new TextDecoder().decode(bytes.subarray(offset + LOCAL_BYTES, nameEnd)) !== entry.name)
    return undefined;
  const start = nameEnd + view.getUint16(offset + 28, true);
  return start + packedSize <= bytes.length ? bytes.subarray(start, start + packedSize) : undefined;
}

function inflate(packed: Uint8Array, { method, size }: ZipEntry): Uint8Array | undefined {
  if (method === 0) return packed;
  // Deflate packs at most 1032 to 1; a larger claim would only reserve memory for nothing.
  if (method !== 8 || size > packed.length * 1032) return undefined;
  return inflateWithin(packed, size);
}
