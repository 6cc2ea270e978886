import { version } from '../../../package.json';

/** The version of Koma that manifests name in `engines.koma`. */
export const KOMA_VERSION: string = version;
