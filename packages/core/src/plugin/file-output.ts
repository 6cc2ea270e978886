import { KomaError } from '../errors.ts';
import type { FileOutput } from './exporter.ts';
import { isHarmlessExtension } from './harmless-extension.ts';
import type { ExporterSpec } from './manifest.ts';

/** Bytes of one file: about what a browser saves without trouble. */
export const MAX_FILE_BYTES = 256 * 2 ** 20;
/** UTF-16 units; with it, no system refuses the name. */
const MAX_NAME = 100;
/** What no system takes in a name, and what could make a name look like another (control, format, private use). */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{C}]|^[. ]|[. ]$/u;
/** Names that Windows gives to devices, with any extension. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/;

/**
 * The value if it is a file that can be saved under its name on every system and that no system runs.
 * @param value anything: a plugin made it
 * @param extension that the name has to end in, without the dot; absent: any harmless one
 */
export function asFile(value: unknown, extension?: string): FileOutput | undefined {
  const { name, mediaType, bytes } = (value ?? {}) as Partial<FileOutput>;
  if (typeof name !== 'string' || name.length > MAX_NAME || NOT_IN_NAMES.test(name) || DEVICES.test(name))
    return undefined;
  const [, ending] = /^.+\.([a-z0-9]{1,10})$/i.exec(name) ?? [];
  if (ending === undefined || !isHarmlessExtension(ending)) return undefined;
  if (extension !== undefined && ending.toLowerCase() !== extension) return undefined;
  if (typeof mediaType !== 'string' || mediaType.length > 100 || !MEDIA_TYPE.test(mediaType))
    return undefined;
  if (!(bytes instanceof Uint8Array) || bytes.length > MAX_FILE_BYTES) return undefined;
  return { name, mediaType, bytes };
}

/**
 * Refuses a file that is not what its exporter promises, before anybody saves it.
 * @param value anything: a plugin made it
 * @throws KomaError `PLUGIN_FAILED`
 */
export function checkFile(spec: ExporterSpec, value: unknown): FileOutput {
  const file = asFile(value, spec.extension);
  if (file) return file;
  throw new KomaError('PLUGIN_FAILED', `${spec.title.en} made no valid file.`, { reason: spec.id });
}
