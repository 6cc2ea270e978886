export { decodeCompactPng } from './decode-compact-png.ts';
export { encodeCompactPng } from './encode-compact-png.ts';
export { flattenPortable } from './flatten-portable.ts';
export {
  KOMA_FORMAT_VERSION,
  KOMA_MIMETYPE,
  type KomaLayer,
  type KomaGroup,
  type KomaManifest,
  type KomaNode,
  type KomaPicture,
} from './koma-manifest.ts';
export {
  MAX_PICTURE_PIXELS,
  MAX_PROJECT_PIXELS,
  openKoma,
  type KomaArchive,
  type OpenKomaOptions,
} from './open-koma.ts';
export type { OraWarning } from './plan-ora.ts';
export {
  walkNodes,
  type MaskImage,
  type PortableDocument,
  type PortableGroup,
  type PortableLayer,
  type PortableMask,
  type PortableNode,
} from './portable-document.ts';
export { readKoma } from './read-koma.ts';
export { writeKoma } from './write-koma.ts';
export { writeOra, type OraFile } from './write-ora.ts';
export { writePsd } from './write-psd.ts';
