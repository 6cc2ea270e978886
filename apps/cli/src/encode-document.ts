import {
  flattenPortable,
  writeKoma,
  writeOra,
  writePsd,
  type OraWarning,
  type PortableDocument,
} from '@koma/core/layered';
import { encodePicture } from './encode-picture.ts';

/** What a document can be written as; the extensions of the files. */
export const DOCUMENT_FORMATS = ['koma', 'psd', 'ora', 'png'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

const ORA_WARNINGS: Readonly<Record<OraWarning, string>> = {
  'mask-applied': 'OpenRaster has no masks: they were applied to the layers.',
  'mask-dropped': 'OpenRaster has no masks: those that are switched off are not in the file.',
  'group-mask-approximated': "Half-transparent parts of a group's mask look different in OpenRaster.",
  'clip-approximated': 'Layers that are clipped to soft edges look a little different there in OpenRaster.',
  'blend-mode-approximated':
    'OpenRaster has no linear burn and no exclusion: multiply and difference took their place.',
  'pass-through-approximated': 'A group that passes through is isolated in OpenRaster.',
};

/**
 * The bytes of a file with the document in it, flattened in a PNG.
 * @param note told what the file cannot hold, a sentence each
 */
export async function encodeDocument(
  document: PortableDocument,
  format: DocumentFormat,
  note: (sentence: string) => void,
): Promise<Uint8Array> {
  switch (format) {
    case 'koma':
      return writeKoma(document);
    case 'psd':
      return writePsd(document);
    case 'ora': {
      const { bytes, warnings } = writeOra(document);
      for (const warning of warnings) note(ORA_WARNINGS[warning]);
      return bytes;
    }
    case 'png':
      return encodePicture(flattenPortable(document), { format, quality: 100 });
  }
}
