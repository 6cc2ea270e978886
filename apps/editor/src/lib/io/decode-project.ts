import { readKoma, type PortableDocument } from '@koma/core/layered';

export interface DecodedProject {
  readonly kind: 'project';
  readonly document: PortableDocument;
}

/** Whether a file is a zip archive, as .koma projects are. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Reads a .koma project. Runs in a worker. @throws KomaError of the FILE_ and IMAGE_ kinds */
export async function decodeProject(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<DecodedProject> {
  return { kind: 'project', document: await readKoma(bytes, { name }) };
}
