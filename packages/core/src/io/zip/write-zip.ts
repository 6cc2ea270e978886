import { zipSync, type Zippable } from 'fflate';

/** A file to put into an archive. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Absent: stored as it is, for what is compressed already. */
  readonly deflate?: boolean;
}

/** The earliest date that ZIP knows. One for all, so that the same content gives the same bytes. */
const DATE = new Date(1980, 0, 1);

/** A ZIP archive with the files in the order given; names are different. */
export function writeZip(files: readonly ZipFile[]): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const { name, bytes, deflate = false } of files) entries[name] = [bytes, { level: deflate ? 6 : 0 }];
  return zipSync(entries, { mtime: DATE });
}
