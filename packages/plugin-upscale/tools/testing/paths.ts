import { join } from 'node:path';

const repository = join(import.meta.dirname, '..', '..', '..', '..');

/** The folder of the upscale package, which the paths in `koma-plugin.json` start from. */
export const upscaleFolder = join(repository, 'packages', 'plugin-upscale');

/** The folder of the golden pictures. */
export const goldenFolder = join(repository, 'tests', 'golden');
