import { definePlugin } from '@koma/plugin-kit';
import { invert } from './invert.ts';

// Koma calls what is named here; koma-plugin.json says the same names.
export default definePlugin({ operations: { invert } });
