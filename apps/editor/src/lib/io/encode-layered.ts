import type { OraWarning, PortableDocument } from '@koma/core/layered';

/** Files that keep layers. */
export const LAYERED_FORMATS = ['koma', 'psd', 'ora'] as const;
export type LayeredFormat = (typeof LAYERED_FORMATS)[number];

export const LAYERED_NAMES: Readonly<Record<LayeredFormat, string>> = {
  koma: 'Koma project',
  psd: 'Photoshop (PSD)',
  ora: 'OpenRaster (ORA)',
};

export interface LayeredFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the format cannot hold and was approximated. */
  readonly warnings: readonly OraWarning[];
}

/** Encodes a document with its layers. Runs in a worker; the writers are loaded when they are needed. */
export async function encodeLayered(document: PortableDocument, format: LayeredFormat): Promise<LayeredFile> {
  const { writeKoma, writeOra, writePsd } = await import('@koma/core/layered');
  switch (format) {
    case 'koma':
      return { bytes: writeKoma(document), warnings: [] };
    case 'psd':
      return { bytes: await writePsd(document), warnings: [] };
    case 'ora':
      return writeOra(document);
  }
}
