import { z } from 'zod';
import { KomaError } from '../../errors.ts';
import { fileDamaged } from '../file-errors.ts';
import { KOMA_FORMAT_VERSION, komaManifestV1, MANIFEST_ENTRY, type KomaManifest } from './koma-manifest.ts';

const versioned = z.object({ formatVersion: z.int().positive() });

/**
 * Reads `manifest.json` of a project.
 * @param text the entry's text
 * @param file the project's name for messages
 * @throws KomaError `PROJECT_TOO_NEW` for what a later Koma wrote, `FILE_DAMAGED` for what none wrote
 */
export function parseKomaManifest(text: string, file?: string): KomaManifest {
  const json = parseJson(text, file);
  const version = versioned.safeParse(json);
  if (!version.success) throw fileDamaged(`${MANIFEST_ENTRY} in it gives no version`, file);
  switch (version.data.formatVersion) {
    case 1: {
      const manifest = komaManifestV1.safeParse(json);
      if (manifest.success) return manifest.data;
      const [issue] = manifest.error.issues;
      const place = issue!.path.length > 0 ? `${issue!.path.join('.')}: ` : '';
      throw fileDamaged(`${MANIFEST_ENTRY} in it is not valid (${place}${issue!.message})`, file);
    }
    default:
      throw tooNew(version.data.formatVersion, file);
  }
}

function parseJson(text: string, file: string | undefined): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw fileDamaged(`${MANIFEST_ENTRY} in it is not JSON`, file);
  }
}

function tooNew(version: number, file = ''): KomaError {
  const subject = file === '' ? 'The project' : `"${file}"`;
  return new KomaError(
    'PROJECT_TOO_NEW',
    `${subject} was saved by a newer version of Koma (format ${version}; this one reads up to ${KOMA_FORMAT_VERSION}). Update Koma and open it again.`,
    { name: file, version, supported: KOMA_FORMAT_VERSION },
  );
}
