/** Bytes of a package file. */
export const MAX_PACKAGE_BYTES = 64 * 2 ** 20;
/** Files in a package, manifest and signature included. */
export const MAX_PACKAGE_ENTRIES = 400;
/** Bytes of all files unpacked. */
export const MAX_UNPACKED_BYTES = 128 * 2 ** 20;
/** Unpacked to packed size of a file that unpacks to more than {@link RATIO_FREE_BYTES}. Text packs 3 to 10 to 1. */
export const MAX_RATIO = 200;
/** Below this many bytes nothing is called a bomb. */
export const RATIO_FREE_BYTES = 2 ** 20;
/** Bytes of the script that is started. */
export const MAX_ENTRY_BYTES = 4 * 2 ** 20;
/** Bytes of `koma-plugin.json` and of `signature.json`. */
export const MAX_MANIFEST_BYTES = 2 ** 20;
/** The name of the manifest in every package. */
export const MANIFEST_FILE = 'koma-plugin.json';
/** The name of the signature in signed packages. */
export const SIGNATURE_FILE = 'signature.json';
